import { priceIn, PRODUCTS } from '../products.ts'
import type { Case, DraftValue } from '../story.ts'
import {
  day,
  type Draft,
  packingPicture,
  partOf,
  photoOf,
  phrase,
  says,
  type Script,
  tell,
  tracking,
} from './draft.ts'

const TESTED = ['accepted-for-handling', 'waiting-for-goods', 'goods-received', 'assessing']
const REPAIRED = [...TESTED, 'accepted', 'repairing']

/** Ways of a warranty claim; together they end at every step. */
export const CLAIM_ROUTES: readonly (readonly string[])[] = [
  [],
  TESTED.slice(0, 1),
  TESTED.slice(0, 2),
  TESTED.slice(0, 3),
  TESTED,
  [...TESTED, 'waiting-for-information'],
  [...TESTED, 'at-partner'],
  [...TESTED, 'accepted'],
  [...TESTED, 'partly-accepted'],
  [...TESTED, 'rejected'],
  [...TESTED, 'rejected', 'disputed'],
  REPAIRED,
  [...TESTED, 'accepted', 'replacing'],
  [...TESTED, 'accepted', 'refunding'],
  [...TESTED, 'accepted', 'discount'],
  [...REPAIRED, 'ready'],
  [...REPAIRED, 'shipped'],
  [...REPAIRED, 'shipped', 'closed'],
  [...TESTED, 'accepted', 'replacing', 'shipped', 'closed'],
  [...TESTED, 'accepted', 'refunding', 'closed'],
  [...TESTED, 'rejected', 'shipped', 'closed'],
  [...TESTED.slice(0, 2), 'withdrawn'],
  ['cancelled'],
]

export const CLAIM_SCRIPT: Script = {
  'accepted-for-handling': { gap: [1, 1] },
  'waiting-for-goods': {
    gap: [0, 0],
    after: [says('shop', 'claimRecorded'), says('customer', 'sent', 0.35)],
  },
  'goods-received': { gap: [3, 5] },
  assessing: {
    gap: [1, 2],
    before: [says('customer', 'whenNews', 0.25)],
    after: [says('shop', 'onBench', 0.6)],
  },
  'waiting-for-information': { gap: [2, 2], before: [says('shop', 'question')] },
  'at-partner': { gap: [2, 2], after: [says('note', 'partnerNote')] },
  accepted: { gap: [2, 4], before: [says('note', 'supplierNote', 0.3)] },
  'partly-accepted': { gap: [3, 4], after: [says('shop', 'decided')] },
  rejected: { gap: [3, 4], after: [says('shop', 'decided')] },
  disputed: { gap: [2, 3], before: [says('customer', 'dispute')] },
  repairing: { gap: [1, 1], before: [says('shop', 'acceptedRepair')] },
  replacing: { gap: [1, 1], before: [says('shop', 'acceptedReplacement')] },
  refunding: { gap: [1, 1], before: [says('shop', 'acceptedRefund')] },
  discount: { gap: [1, 1], before: [says('shop', 'acceptedDiscount')] },
  ready: { gap: [2, 3], after: [says('shop', 'ready')] },
  shipped: { gap: [2, 3], after: [says('shop', 'shipped')] },
  closed: { gap: [3, 5], before: [says('customer', 'thanks', 0.6)] },
  withdrawn: { gap: [5, 6], before: [says('customer', 'withdrawClaim')] },
  cancelled: { gap: [1, 1], before: [says('note', 'duplicateNote')] },
}

/** A warranty claim drawn from a fault. */
export function makeClaim(from: Draft): Pick<Case, 'values' | 'story' | 'boughtAgo'> {
  const { fault, locale, route, random, dayOf } = from
  const has = (step: string): boolean => route.includes(step)
  const price = priceIn(locale, PRODUCTS[fault.product].price)
  const draft = { ...from, amount: has('discount') ? partOf(price, 0.25) : price }
  const remedy = has('refunding')
    ? 'refund'
    : has('discount')
      ? 'discount'
      : has('replacing')
        ? 'replacement'
        : 'repair'
  const isDamage = random() < 0.5
  const rejection = phrase(draft, isDamage ? 'damageReason' : 'noFaultReason')
  const decision = has('rejected')
    ? 'rejected'
    : has('partly-accepted')
      ? 'partly'
      : has('accepted')
        ? 'accepted'
        : null
  const values: Record<string, DraftValue> = {
    defect: fault.defect[locale],
    remedy_requested: random() < 0.7 ? remedy : 'repair',
    proof_of_purchase: true,
  }
  if (random() < 0.4) values['accessories'] = phrase(draft, 'accessories')
  if (has('goods-received')) {
    Object.assign(values, {
      condition_at_intake: phrase(draft, 'condition'),
      tracking_in: tracking(random),
      goods_location: has('at-partner') ? 'partner' : 'workshop',
    })
  }
  if (has('at-partner')) Object.assign(values, { partner: 'Elektroservis Novák', partner_number: 'EN-4417' })
  if (decision) {
    Object.assign(values, {
      decision,
      inspection: decision === 'rejected' ? rejection : fault.found[locale],
      decision_reason:
        decision === 'rejected'
          ? rejection
          : decision === 'partly'
            ? phrase(draft, 'partlyReason')
            : fault.found[locale],
      reason_code: decision === 'rejected' ? (isDamage ? 'damage' : 'no-fault') : 'covered',
      root_cause: decision === 'rejected' ? (isDamage ? 'use' : 'none') : fault.rootCause,
      decided_by: random() < 0.5 ? 'Pavla Hájková' : 'Ondřej Malina',
      decided_on: day(dayOf['rejected'] ?? dayOf['partly-accepted'] ?? dayOf['accepted']),
    })
  }
  if (has('repairing') || has('replacing') || has('refunding') || has('discount')) {
    values['remedy_agreed'] = remedy
  }
  if (has('ready') || (has('shipped') && has('repairing'))) {
    Object.assign(values, { repair_done: `${fault.fix[locale]}.`, repair_duration: 2 })
  }
  if (has('refunding') || has('discount')) values['refund_amount'] = draft.amount
  if (has('refunding') && has('closed')) values['refunded_on'] = day(dayOf['closed'])
  if (has('shipped')) Object.assign(values, { tracking_out: tracking(random), goods_location: 'transit' })
  if (has('disputed')) values['customer_view'] = 'disputes'
  if (has('closed')) values['goods_location'] = 'customer'
  const opening = random() < 0.6 ? photoOf(draft, fault.scene) : []
  const story = tell(CLAIM_SCRIPT, draft, opening)
  const wanted = dayOf['waiting-for-goods']
  const packing = wanted !== undefined && random() < 0.3 ? [packingPicture(draft, wanted)] : []
  return {
    values,
    boughtAgo: from.madeAgo + 30 + Math.floor(random() * 580),
    story: [...story, ...packing].sort((a, b) => b.day - a.day),
  }
}
