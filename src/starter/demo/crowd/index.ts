import type { StarterLocale } from '../../starter-type.ts'
import { between, makeRandom, type Random } from '../random.ts'
import type { Case } from '../story.ts'
import { CLAIM_ROUTES, CLAIM_SCRIPT, makeClaim } from './claims.ts'
import { type Complaint, COMPLAINTS } from './complaints.ts'
import { daysOf, type Draft, type Script } from './draft.ts'
import { FAULTS } from './faults.ts'
import { at, companyOf, nameOf } from './people.ts'
import { makeRepair, REPAIR_ROUTES, REPAIR_SCRIPT } from './repairs.ts'
import { makeReturn, RETURN_ROUTES, RETURN_SCRIPT } from './returns.ts'
import { COMPLAINT_ROUTES, COMPLAINT_SCRIPT, makeComplaint, outcomeOf } from './service-complaints.ts'

export { placeOf } from './people.ts'

type Recipe = {
  type: Case['type']
  count: number
  /** Days from the beginning to the deadline. */
  dueAfter: number
  routes: readonly (readonly string[])[]
  script: Script
  make: (draft: Draft) => Pick<Case, 'values' | 'story' | 'boughtAgo'>
}

const RECIPES: readonly Recipe[] = [
  {
    type: 'warranty',
    count: 49,
    dueAfter: 30,
    routes: CLAIM_ROUTES,
    script: CLAIM_SCRIPT,
    make: makeClaim,
  },
  {
    type: 'return',
    count: 29,
    dueAfter: 14,
    routes: RETURN_ROUTES,
    script: RETURN_SCRIPT,
    make: makeReturn,
  },
  {
    type: 'repair',
    count: 48,
    dueAfter: 21,
    routes: REPAIR_ROUTES,
    script: REPAIR_SCRIPT,
    make: makeRepair,
  },
  {
    type: 'service',
    count: 30,
    dueAfter: 30,
    routes: COMPLAINT_ROUTES,
    script: COMPLAINT_SCRIPT,
    make: makeComplaint,
  },
]

/** The languages of the crowd in turn: with the cases written by hand, Czech comes to somewhat less than half. */
const TURN: readonly StarterLocale[] = [
  ...(['cs', 'de', 'sk', 'cs', 'pl', 'cs', 'sk', 'de', 'cs', 'en', 'cs', 'pl', 'sk'] as const),
  ...(['cs', 'de', 'cs', 'pl', 'sk', 'cs', 'de', 'cs', 'pl', 'cs', 'sk', 'de', 'en'] as const),
]

/**
 * The many issues beside the ones written by hand: every way through every type, told from tables of faults, complaints
 * and phrases, so that a text is always in the customer's language and about the customer's thing. Always the same.
 */
export function makeCrowd(): Case[] {
  const random = makeRandom(20_261_123)
  const named: Partial<Record<StarterLocale, number>> = {}
  let turn = 0
  return RECIPES.flatMap((recipe) =>
    Array.from({ length: recipe.count }, (_, index) => {
      const locale = at(TURN, turn++)
      const person = named[locale] ?? 0
      named[locale] = person + 1
      return makeCase(recipe, index, locale, nameOf(locale, person), random)
    }),
  )
}

const DONE = new Set(['closed', 'withdrawn', 'cancelled', 'handed-over', 'refund-sent'])
const REACHES = ['both', 'both', 'email', 'both', 'both', 'phone', 'both', 'email'] as const
const CHANNELS = ['web', 'email', 'web', 'phone', 'web'] as const

function makeCase(recipe: Recipe, index: number, locale: StarterLocale, name: string, random: Random): Case {
  const { type, dueAfter, script } = recipe
  const route = at(recipe.routes, index)
  const last = route.at(-1)
  // Every ninth open one has been forgotten for a while, and is late.
  const usual = last && DONE.has(last) ? between(random, 2, 20) : between(random, 1, 4)
  const timed = daysOf(script, route, usual, random)
  const isLate = index % 9 === 4 && !(last && DONE.has(last)) && timed.madeAgo <= dueAfter
  const late = isLate ? dueAfter - timed.madeAgo + between(random, 1, 6) : 0
  const { dayOf, madeAgo } = late > 0 ? shifted(timed, late) : timed
  const fault = at(FAULTS, index * 5 + type.length)
  const draft: Draft = {
    type,
    locale,
    name,
    route,
    fault,
    complaint: complaintFor(route, index),
    since: usual + late,
    amount: null,
    dayOf,
    madeAgo,
    random,
  }
  const made = recipe.make(draft)
  return {
    type,
    locale,
    name,
    reach: at(REACHES, between(random, 0, REACHES.length - 1)),
    product: fault.product,
    boughtAgo: made.boughtAgo,
    madeAgo,
    dueAfter,
    values: {
      channel: at(CHANNELS, between(random, 0, CHANNELS.length - 1)),
      ...(index % 11 === 3 ? { priority: 'high' } : {}),
      ...(index % 13 === 6 ? { customer_kind: 'business', company_name: companyOf(locale) } : {}),
      ...made.values,
    },
    story: made.story,
  }
}

/** All days of an issue so much earlier. */
function shifted(days: Pick<Draft, 'dayOf' | 'madeAgo'>, by: number): Pick<Draft, 'dayOf' | 'madeAgo'> {
  const dayOf = Object.fromEntries(Object.entries(days.dayOf).map(([step, ago]) => [step, ago + by]))
  return { dayOf, madeAgo: days.madeAgo + by }
}

/** A complaint that comes out as the route does. */
function complaintFor(route: readonly string[], index: number): Complaint {
  const outcome = outcomeOf(route)
  const fitting = COMPLAINTS.filter((complaint) => outcome === null || complaint.outcome === outcome)
  return at(fitting, index)
}
