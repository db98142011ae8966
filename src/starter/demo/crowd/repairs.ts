import { priceIn, PRODUCTS } from '../products.ts'
import type { Case, DraftValue } from '../story.ts'
import { day, type Draft, partOf, photoOf, phrase, says, type Script, tell, tracking } from './draft.ts'
import { placeOf } from './people.ts'

const IN = ['waiting-for-device', 'device-received', 'diagnosing']
const QUOTED = [...IN, 'quote-sent']
const APPROVED = [...QUOTED, 'approved']
const TESTED = [...APPROVED, 'repairing', 'testing']
const WITH_PART = [...APPROVED, 'waiting-for-parts', 'repairing', 'testing']

/** Ways of a paid repair; together they end at every step. */
export const REPAIR_ROUTES: readonly (readonly string[])[] = [
  [],
  IN.slice(0, 1),
  IN.slice(0, 2),
  IN,
  QUOTED,
  APPROVED,
  [...QUOTED, 'declined'],
  [...IN, 'not-repairable'],
  [...APPROVED, 'waiting-for-parts'],
  [...APPROVED, 'repairing'],
  [...APPROVED, 'waiting-for-parts', 'repairing'],
  TESTED,
  [...TESTED, 'ready'],
  [...QUOTED, 'declined', 'ready'],
  [...WITH_PART, 'ready'],
  [...TESTED, 'ready', 'handed-over'],
  [...WITH_PART, 'ready', 'handed-over'],
  [...TESTED, 'ready', 'handed-over', 'closed'],
  [...QUOTED, 'declined', 'ready', 'handed-over', 'closed'],
  [...IN, 'not-repairable', 'handed-over'],
  [...IN.slice(0, 2), 'withdrawn'],
  [...IN.slice(0, 1), 'cancelled'],
]

export const REPAIR_SCRIPT: Script = {
  'waiting-for-device': { gap: [1, 1], after: [says('shop', 'bringIn')] },
  'device-received': { gap: [2, 4] },
  diagnosing: { gap: [1, 2] },
  'quote-sent': { gap: [1, 2], before: [says('shop', 'quote')] },
  approved: { gap: [1, 3], before: [says('customer', 'yes')] },
  declined: { gap: [1, 3], before: [says('customer', 'no')] },
  'not-repairable': { gap: [2, 3], after: [says('shop', 'notRepairable')] },
  'waiting-for-parts': { gap: [1, 1], after: [says('shop', 'partOrdered')] },
  repairing: { gap: [2, 4] },
  testing: { gap: [1, 2] },
  ready: { gap: [1, 2] },
  'handed-over': { gap: [1, 4] },
  closed: { gap: [5, 7], before: [says('customer', 'likeNew', 0.5)] },
  withdrawn: { gap: [1, 2], before: [says('customer', 'stopRepair')] },
  cancelled: { gap: [21, 22], before: [says('note', 'noParcelNote')] },
}

/** As the script, with what is said when the device is ready: repaired, or as it came. */
function scriptOf(isRepaired: boolean): Script {
  const closed = isRepaired ? REPAIR_SCRIPT['closed'] : { gap: [5, 7] as const }
  return {
    ...REPAIR_SCRIPT,
    ready: { gap: [1, 2], after: [says('shop', isRepaired ? 'repairReady' : 'backReady')] },
    ...(closed && { closed }),
  }
}

export function makeRepair(from: Draft): Pick<Case, 'values' | 'story' | 'boughtAgo'> {
  const { fault, locale, route, random, dayOf } = from
  const has = (step: string): boolean => route.includes(step)
  // A part of what the device costs new, and no less than an hour's work.
  const work = Math.max(
    690,
    Math.round((PRODUCTS[fault.product].price / 1000) * (0.15 + random() * 0.15)) * 10,
  )
  const draft = { ...from, amount: priceIn(locale, work * 100) }
  const values: Record<string, DraftValue> = { defect: fault.defect[locale] }
  if (has('device-received')) {
    Object.assign(values, {
      condition_at_intake: phrase(draft, 'condition'),
      accessories: phrase(draft, 'accessories'),
      tracking_in: tracking(random),
      goods_location: 'workshop',
    })
  }
  // Only what connects to a phone has a code; handlers need it to test, nobody else may see it.
  if (has('device-received') && fault.product === 'robotVacuum') values['device_pin'] = '4711'
  if (has('quote-sent') || has('not-repairable')) {
    Object.assign(values, { inspection: fault.found[locale], root_cause: fault.rootCause })
  }
  if (has('quote-sent')) {
    Object.assign(values, {
      repair_work: `${fault.fix[locale]}.`,
      quote_amount: draft.amount,
      quote_valid_until: day((dayOf['quote-sent'] ?? 0) - 14),
      cost: partOf(draft.amount, 0.4),
    })
  }
  if (has('approved')) values['quote_approved_on'] = day(dayOf['approved'])
  if (has('not-repairable')) values['decision_reason'] = phrase(draft, 'noPartReason')
  if (has('waiting-for-parts')) {
    Object.assign(values, {
      parts_expected: day(dayOf['repairing'] ?? (dayOf['waiting-for-parts'] ?? 0) - 8),
      partner: 'Elektrodíly Brno',
    })
  }
  if (has('testing')) {
    Object.assign(values, {
      repair_done: `${fault.fix[locale]}.`,
      repair_duration: Math.max(1, (dayOf['repairing'] ?? 1) - (dayOf['testing'] ?? 0)),
    })
  }
  if (has('ready')) {
    if (has('testing')) values['test_result'] = phrase(draft, 'tested')
    Object.assign(values, {
      ready_from: day(dayOf['ready']),
      pickup_place: placeOf(locale),
      goods_location: 'shop',
    })
  }
  if (has('handed-over')) {
    Object.assign(values, { handed_over_on: day(dayOf['handed-over']), goods_location: 'customer' })
  }
  const opening = [
    ...(random() < 0.5 ? photoOf(draft, fault.scene) : []),
    ...(random() < 0.5
      ? [
          {
            kind: 'message',
            day: from.madeAgo,
            from: 'customer',
            internal: false,
            body: phrase(draft, 'worthIt'),
          } as const,
        ]
      : []),
  ]
  return {
    values,
    boughtAgo: 760 + Math.floor(random() * 1400),
    story: tell(scriptOf(has('testing')), draft, opening),
  }
}
