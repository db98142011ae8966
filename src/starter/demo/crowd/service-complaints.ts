import type { Case, DraftValue } from '../story.ts'
import { day, type Draft, says, type Script, tell } from './draft.ts'

const ASKED = ['acknowledged', 'investigating']
const PROPOSED = [...ASKED, 'proposed-solution']

/** Ways of a complaint about service by its outcome; together they end at every step. */
export const COMPLAINT_ROUTES: readonly (readonly string[])[] = [
  [],
  ASKED.slice(0, 1),
  ASKED,
  [...ASKED, 'waiting-for-customer'],
  PROPOSED,
  [...PROPOSED, 'justified'],
  [...ASKED, 'partly-justified'],
  [...ASKED, 'unjustified'],
  [...ASKED, 'unjustified', 'disputed'],
  [...PROPOSED, 'justified', 'measures-taken'],
  [...PROPOSED, 'justified', 'measures-taken', 'closed'],
  [...ASKED, 'partly-justified', 'measures-taken', 'closed'],
  [...ASKED, 'unjustified', 'closed'],
  [...ASKED, 'withdrawn'],
  ['cancelled'],
]

export const COMPLAINT_SCRIPT: Script = {
  acknowledged: { gap: [1, 1], after: [says('shop', 'complaintRecorded')] },
  investigating: { gap: [1, 2] },
  'waiting-for-customer': { gap: [2, 3], before: [says('shop', 'whichDay')] },
  'proposed-solution': { gap: [3, 5], after: [says('shop', 'proposal')] },
  justified: { gap: [1, 3], before: [says('customer', 'agree')], after: [says('shop', 'answered')] },
  'partly-justified': { gap: [4, 6], after: [says('shop', 'answered')] },
  unjustified: { gap: [4, 6], after: [says('shop', 'answered')] },
  disputed: { gap: [1, 2], before: [says('customer', 'disagree')] },
  'measures-taken': { gap: [2, 4] },
  closed: { gap: [4, 6] },
  withdrawn: { gap: [2, 4], before: [says('customer', 'clearedUp')] },
  cancelled: { gap: [1, 1], before: [says('note', 'duplicateNote')] },
}

/** The outcome that the steps of a route give; `null` while nothing is decided. */
export function outcomeOf(route: readonly string[]): 'accepted' | 'partly' | 'rejected' | null {
  if (route.includes('justified')) return 'accepted'
  if (route.includes('partly-justified')) return 'partly'
  return route.includes('unjustified') ? 'rejected' : null
}

export function makeComplaint(draft: Draft): Pick<Case, 'values' | 'story' | 'boughtAgo'> {
  const { complaint, locale, route, dayOf, random } = draft
  const decision = outcomeOf(route)
  const values: Record<string, DraftValue> = {
    complaint_about: complaint.about,
    what_happened: complaint.happened[locale],
    happened_on: day(draft.madeAgo + 1 + Math.floor(random() * 4)),
  }
  if (random() < 0.8) values['wish'] = complaint.wish[locale]
  if (route.includes('proposed-solution')) values['proposed_solution'] = complaint.proposal[locale]
  if (decision || route.includes('proposed-solution')) values['findings'] = complaint.findings[locale]
  if (decision) {
    Object.assign(values, {
      decision,
      decision_reason: complaint.answer[locale],
      decided_by: 'Pavla Hájková',
      decided_on: day(dayOf['justified'] ?? dayOf['partly-justified'] ?? dayOf['unjustified']),
    })
  }
  if (route.includes('disputed')) values['customer_view'] = 'disputes'
  if (route.includes('measures-taken')) values['measures'] = complaint.measures[locale]
  return { values, boughtAgo: draft.madeAgo + 6, story: tell(COMPLAINT_SCRIPT, draft, []) }
}
