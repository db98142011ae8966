import { priceIn, PRODUCTS } from '../products.ts'
import type { Case, DraftValue } from '../story.ts'
import {
  day,
  type Draft,
  packingPicture,
  partOf,
  phrase,
  says,
  type Script,
  tell,
  tracking,
} from './draft.ts'

const CHECKED = ['waiting-for-goods', 'goods-received', 'condition-check']

/** Ways of a return; together they end at every step. */
export const RETURN_ROUTES: readonly (readonly string[])[] = [
  [],
  CHECKED.slice(0, 1),
  CHECKED.slice(0, 2),
  CHECKED,
  [...CHECKED, 'refund-full'],
  [...CHECKED, 'refund-reduced'],
  ['refund-refused'],
  [...CHECKED, 'refund-reduced', 'disputed'],
  [...CHECKED, 'refund-full', 'refund-sent'],
  [...CHECKED, 'refund-full', 'refund-sent', 'closed'],
  [...CHECKED, 'refund-reduced', 'refund-sent', 'closed'],
  ['refund-refused', 'closed'],
  ['waiting-for-goods', 'withdrawn'],
  ['waiting-for-goods', 'cancelled'],
]

export const RETURN_SCRIPT: Script = {
  'waiting-for-goods': {
    gap: [1, 1],
    after: [says('shop', 'returnConfirmed'), says('customer', 'sent', 0.3)],
  },
  'goods-received': { gap: [3, 4], after: [says('shop', 'parcelHere', 0.5)] },
  'condition-check': { gap: [1, 1] },
  'refund-full': { gap: [1, 2], after: [says('shop', 'refundFull')] },
  'refund-reduced': { gap: [1, 2], after: [says('shop', 'refundReduced')] },
  'refund-refused': { gap: [2, 2], after: [says('shop', 'decided')] },
  disputed: { gap: [1, 2], before: [says('customer', 'disputeAmount')] },
  'refund-sent': { gap: [1, 2], after: [says('shop', 'refundSent')] },
  closed: { gap: [4, 6] },
  withdrawn: { gap: [3, 5], before: [says('customer', 'keepIt')] },
  cancelled: { gap: [21, 22], before: [says('note', 'noParcelNote')] },
}

export function makeReturn(from: Draft): Pick<Case, 'values' | 'story' | 'boughtAgo'> {
  const { fault, locale, route, random, dayOf, madeAgo } = from
  const has = (step: string): boolean => route.includes(step)
  const price = priceIn(locale, PRODUCTS[fault.product].price)
  const draft = { ...from, amount: has('refund-reduced') ? partOf(price, 0.8) : price }
  const isLate = has('refund-refused')
  const deliveredAgo = madeAgo + (isLate ? 31 : 3 + Math.floor(random() * 9))
  const values: Record<string, DraftValue> = { delivered_on: day(deliveredAgo) }
  if (random() < 0.6) values['return_reason'] = random() < 0.8 ? 'unsuitable' : 'other'
  if (has('goods-received')) {
    Object.assign(values, { tracking_in: tracking(random), goods_location: 'warehouse' })
  }
  if (has('condition-check')) {
    values['condition_found'] = phrase(draft, has('refund-reduced') ? 'reducedReason' : 'condition')
  }
  if (isLate || has('refund-full') || has('refund-reduced')) {
    Object.assign(values, {
      decision: isLate ? 'rejected' : has('refund-reduced') ? 'partly' : 'accepted',
      decision_reason: phrase(
        draft,
        isLate ? 'lateReason' : has('refund-reduced') ? 'reducedReason' : 'fullReason',
      ),
      ...(isLate && { reason_code: 'late' }),
      ...(has('refund-reduced') && { reason_code: 'used' }),
      decided_on: day(dayOf['refund-refused'] ?? dayOf['refund-reduced'] ?? dayOf['refund-full']),
    })
  }
  if (has('refund-full') || has('refund-reduced')) values['refund_amount'] = draft.amount
  if (has('refund-sent')) values['refunded_on'] = day(dayOf['refund-sent'])
  if (has('disputed')) values['customer_view'] = 'disputes'
  const opening =
    random() < 0.5
      ? [
          {
            kind: 'message',
            day: madeAgo,
            from: 'customer',
            internal: false,
            body: phrase(draft, 'returnWish'),
          } as const,
        ]
      : []
  const wanted = dayOf['waiting-for-goods']
  const packing = wanted !== undefined && random() < 0.4 ? [packingPicture(draft, wanted)] : []
  const story = [...tell(RETURN_SCRIPT, draft, opening), ...packing]
  return { values, boughtAgo: deliveredAgo + 3, story: story.sort((a, b) => b.day - a.day) }
}
