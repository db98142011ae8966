import type { Money, StoredValue, StoredValues } from '../../issue-types/index.ts'
import type { StarterLocale } from '../starter-type.ts'
import { REPAIRS } from './cases/repair.ts'
import { RETURNS } from './cases/return.ts'
import { COMPLAINTS_TO_SHOW } from './cases/service.ts'
import { WARRANTY_OVER } from './cases/warranty-over.ts'
import { WARRANTY_REVIEW } from './cases/warranty-review.ts'
import { WARRANTY_SETTLING } from './cases/warranty-settling.ts'
import { DEMO_COMPANY } from './company.ts'
import { makeCrowd, placeOf } from './crowd/index.ts'
import { priceIn, PRODUCTS } from './products.ts'
import { between, digits, makeRandom, type Random } from './random.ts'
import { addDays, makeShopTime, type ShopTime } from './shop-time.ts'
import { DEMO_STAFF, handlerOf } from './staff.ts'
import type { Case, DraftValue, StoryEvent } from './story.ts'
import type { DemoAttachment, DemoData, DemoExtension, DemoIssue, DemoMessage, DemoMove } from './types.ts'

/**
 * The sample data of a demo: issues of all starter types over all their steps, in all their languages. The same
 * arguments give the same data; `now` is UTC milliseconds and nothing in the data is later, `timeZone` an IANA name.
 * The first issue of each type is the one to show.
 */
export function makeDemo(from: { seed: number; now: number; timeZone: string }): DemoData {
  const time = makeShopTime(from.now, from.timeZone)
  const cases = [
    ...interleave(WARRANTY_REVIEW, RETURNS),
    ...WARRANTY_SETTLING,
    ...WARRANTY_OVER,
    ...REPAIRS,
    ...COMPLAINTS_TO_SHOW,
    ...makeCrowd(),
  ]
  const issues = cases.map((story, index) => {
    // A source of its own per case, so that a change in one story leaves the others as they were.
    const random = makeRandom(from.seed * 1009 + index)
    return makeIssue(story, index, random, time)
  })
  return { company: DEMO_COMPANY, staff: DEMO_STAFF, issues }
}

function makeIssue(story: Case, index: number, random: Random, time: ShopTime): DemoIssue {
  const createdAt = beginning(story, random, time)
  const madeOn = time.dateOf(createdAt)
  const purchase = makePurchase(story, random, time)
  const values = makeValues(story, madeOn, purchase, time)
  const events = timeEvents(story, createdAt, random, time)
  return {
    type: story.type,
    locale: story.locale,
    contact: makeContact(story, index),
    values,
    due: dueOf(story, madeOn, values),
    dueByHand: story.dueByHand ?? isQuoted(story),
    extensions: events.flatMap(({ event, at }) => makeExtension(event, at, story, madeOn)),
    handler: handlerOf(story, index),
    createdAt,
    path: events.flatMap(({ event, at }) => makeMove(event, at)),
    messages: events.flatMap(({ event, at }) => makeMessage(event, at)),
    attachments: events.flatMap(({ event, at }) => makeAttachment(event, at, story, purchase, time)),
  }
}

/** While a quote waits for the customer, the day that counts is the one until which its price holds. */
function dueOf(story: Case, madeOn: string, values: StoredValues): string | null {
  const { quote_valid_until: validUntil } = values
  if (isQuoted(story) && typeof validUntil === 'string') return validUntil
  return story.dueAfter === null ? null : addDays(madeOn, story.dueAfter)
}

function isQuoted(story: Case): boolean {
  return story.story.findLast((event) => event.kind === 'move')?.to === 'quote-sent'
}

/** Round blocks of mobile numbers, so as hardly to hit a real one; three digits follow. */
const PHONE_BLOCKS: Readonly<Record<StarterLocale, string>> = {
  en: '+420602000',
  cs: '+420601000',
  sk: '+421905000',
  pl: '+48601000',
  de: '+4915100000',
}

function makeContact(story: Case, index: number): DemoIssue['contact'] {
  const mailbox = plainLatin(story.name.replace(/^.*, /, ''))
  const domain = ['example.com', 'example.org', 'example.net'][index % 3] ?? 'example.com'
  // The end is the case's own, so that none repeats.
  const phone = `${PHONE_BLOCKS[story.locale]}${String(101 + index * 4).padStart(3, '0')}`
  return {
    name: story.name,
    email: story.reach === 'phone' ? null : `${mailbox}@${domain}`,
    phone: story.reach === 'email' ? null : phone,
  }
}

/** `Zdeněk Růžička` as `zdenek.ruzicka`. */
function plainLatin(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/ +/g, '.')
}

type Purchase = { product: string; serial: string; order: string; boughtOn: string }

function makePurchase(story: Case, random: Random, time: ShopTime): Purchase {
  const product = PRODUCTS[story.product]
  const boughtOn = time.dateAgo(story.boughtAgo)
  const model = product.sku.split('-')[1] ?? ''
  return {
    product: product.name[story.locale],
    serial: `${digits(random, 1)}${model}-${digits(random, 6)}`,
    order: `${boughtOn.slice(0, 4)}-${story.order ?? digits(random, 4)}`,
    boughtOn,
  }
}

function makeValues(story: Case, madeOn: string, purchase: Purchase, time: ShopTime): StoredValues {
  const own = Object.entries(story.values).map(([key, draft]) => [key, makeValue(draft, time)] as const)
  return {
    customer_kind: 'consumer',
    ...usualValues(story, madeOn, purchase),
    ...Object.fromEntries(own),
  }
}

/** What every issue of a type holds. */
function usualValues(story: Case, madeOn: string, purchase: Purchase): StoredValues {
  const { boughtOn, order, product, serial } = purchase
  if (story.type === 'repair') return { device: product, serial_number: serial }
  if (story.type === 'service') return { claim_made: madeOn, ground: 'service', order_number: order }
  const { sku, price } = PRODUCTS[story.product]
  const goods = {
    product,
    sku,
    serial_number: serial,
    quantity: 1,
    order_number: order,
    invoice_number: `FV${order.replace('-', '')}`,
    bought_on: boughtOn,
    bought_at: story.values.channel === 'shop' ? placeOf(story.locale) : 'northlight.example',
    price: priceIn(story.locale, price),
  }
  return story.type === 'warranty'
    ? { ...goods, claim_made: madeOn, ground: 'defect', guarantee_until: addDays(boughtOn, 730) }
    : { ...goods, withdrawal_date: madeOn, ground: 'withdrawal' }
}

function makeValue(draft: DraftValue, time: ShopTime): StoredValue {
  const isDay = typeof draft === 'object' && 'daysAgo' in draft
  return isDay ? time.workdayAgo(draft.daysAgo) : draft
}

/** At the counter and on the phone an issue begins in opening hours; on the web at any hour people are awake. */
function beginning(story: Case, random: Random, time: ShopTime): number {
  if (story.madeAgo === 0) return time.now - between(random, 130, 200) * 60_000
  const date = time.workdayAgo(story.madeAgo)
  const busy = story.story.some((event) => time.workdayAgo(event.day) === date)
  const open = madeInPerson(story) ? 8 * 60 + 10 : 6 * 60 + 50
  const close = busy ? open + 90 : madeInPerson(story) ? 16 * 60 : 21 * 60
  return time.instant(date, between(random, open, close))
}

function madeInPerson(story: Case): boolean {
  return story.values.channel === 'shop' || story.values.channel === 'phone'
}

type TimedEvent = { event: StoryEvent; at: number }

/** Gives each event a believable minute: never before the one in front of it, never after now. */
function timeEvents(story: Case, createdAt: number, random: Random, time: ShopTime): TimedEvent[] {
  const timed: TimedEvent[] = []
  let last = { date: time.dateOf(createdAt), byShop: madeInPerson(story), at: createdAt }
  // Compared as dates: a weekend folds several days of a story into one Friday.
  const dated = story.story.map((event) => ({
    event,
    byShop: event.kind === 'move' || event.from === 'shop',
    date: event.day === 0 ? time.dateOf(time.now) : time.workdayAgo(event.day),
  }))
  for (const [index, { event, byShop, date }] of dated.entries()) {
    const shopAnswers = dated.slice(index + 1).some((later) => later.byShop && later.date === date)
    const wish =
      date === last.date
        ? last.at + pause(last.byShop, byShop, random)
        : opening(event.day, byShop || shopAnswers, random, time)
    // Later events keep at least a minute each before now.
    const latest = time.now - (dated.length - index) * 60_000
    const at = Math.max(last.at + 1000, Math.min(wish, latest))
    timed.push({ event, at })
    last = { date, byShop, at }
  }
  return timed
}

/** When somebody first acts on a day: in opening hours, or in the evening. */
function opening(day: number, inHours: boolean, random: Random, time: ShopTime): number {
  if (day === 0) return time.now - between(random, 20, 120) * 60_000
  const minute = inHours ? between(random, 8 * 60 + 25, 13 * 60) : between(random, 16 * 60, 20 * 60 + 30)
  return time.instant(time.workdayAgo(day), minute)
}

/** How long after the event in front of it, in milliseconds; one side's own actions come close together. */
function pause(lastByShop: boolean, byShop: boolean, random: Random): number {
  const minutes = lastByShop === byShop ? between(random, 1, 6) : between(random, 35, 90)
  return minutes * 60_000 + between(random, 0, 59) * 1000
}

function makeMove(event: StoryEvent, at: number): DemoMove[] {
  if (event.kind !== 'move') return []
  return [event.comment === null ? { to: event.to, at } : { to: event.to, at, comment: event.comment }]
}

function makeExtension(event: StoryEvent, at: number, story: Case, madeOn: string): DemoExtension[] {
  if (event.kind !== 'agreed') return []
  const consent = { by: story.name, at: new Date(at).toISOString(), how: event.how }
  return [{ to: addDays(madeOn, event.after), at, consent }]
}

function makeMessage(event: StoryEvent, at: number): DemoMessage[] {
  if (event.kind !== 'message') return []
  return [{ from: event.from, internal: event.internal, body: event.body, at }]
}

function makeAttachment(
  event: StoryEvent,
  at: number,
  story: Case,
  purchase: Purchase,
  time: ShopTime,
): DemoAttachment[] {
  if (event.kind !== 'pdf' && event.kind !== 'photo') return []
  const { order, serial, product } = purchase
  const base = { name: event.name.replace('{order}', order), public: event.public, from: event.from, at }
  if (event.kind === 'photo')
    return [{ ...base, kind: 'photo', subject: { kind: 'photo', scene: event.scene } }]
  const { document, text } = event
  const date = document === 'receipt' ? time.dateAgo(story.boughtAgo) : time.workdayAgo(event.day)
  const quoted = story.values.quote_amount
  const subject = {
    kind: 'pdf',
    document,
    locale: story.locale,
    date,
    customer: story.name,
    // A complaint about service is about no thing.
    product: story.type === 'service' ? '' : product,
    serial: story.type === 'service' ? '' : serial,
    order: story.type === 'repair' ? '' : order,
    price: isMoney(quoted) ? quoted : priceIn(story.locale, PRODUCTS[story.product].price),
    text,
  } as const
  return [{ ...base, kind: 'pdf', subject }]
}

function isMoney(value: DraftValue | undefined): value is Money {
  return typeof value === 'object' && 'currency' in value
}

/** The first of each list first, then in turn, so that a list by order of making shows both types. */
function interleave<T>(left: readonly T[], right: readonly T[]): T[] {
  const longer = Math.max(left.length, right.length)
  return Array.from({ length: longer }, (_, index) => [
    ...left.slice(index, index + 1),
    ...right.slice(index, index + 1),
  ]).flat()
}
