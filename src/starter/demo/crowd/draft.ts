import type { Money } from '../../../issue-types/index.ts'
import { STARTER_LOCALES, type StarterLocale } from '../../starter-type.ts'
import { MARKETS } from '../products.ts'
import { between, type Random } from '../random.ts'
import type { Case, DraftValue, StoryEvent } from '../story.ts'
import type { PhotoScene } from '../types.ts'
import type { Complaint } from './complaints.ts'
import type { Fault } from './faults.ts'
import { at, placeOf } from './people.ts'
import { type PhraseKey, PHRASES } from './phrases.ts'

/** What one made-up issue is drawn from. */
export type Draft = {
  type: Case['type']
  locale: StarterLocale
  name: string
  /** The steps after the first. */
  route: readonly string[]
  fault: Fault
  complaint: Complaint
  /** Days since it came to its last step. */
  since: number
  /** What the texts of this issue fill in; set by its type. */
  amount: Money | null
  /** The day of each step entered, counted back from today. */
  dayOf: Readonly<Record<string, number>>
  madeAgo: number
  random: Random
}

/** What happens when an issue enters a step; `gap` is how many days after the step before. */
export type Entry = {
  gap: readonly [low: number, high: number]
  /** What leads to it, on the same day. */
  before?: readonly Line[]
  after?: readonly Line[]
}
export type Script = Readonly<Record<string, Entry>>

type Line = { by: 'shop' | 'customer' | 'note'; say: PhraseKey; likely: number }

/** `likely` is the chance that the line is there. */
export function says(by: Line['by'], say: PhraseKey, likely = 1): Line {
  return { by, say, likely }
}

/** Counts the days of a route back from its end. */
export function daysOf(
  script: Script,
  route: readonly string[],
  since: number,
  random: Random,
): Pick<Draft, 'dayOf' | 'madeAgo'> {
  const dayOf: Record<string, number> = {}
  let day = since
  for (const step of route.toReversed()) {
    dayOf[step] = day
    const [low, high] = script[step]?.gap ?? [1, 1]
    day += between(random, low, high)
  }
  return { dayOf, madeAgo: day }
}

/** The events of a route, told by its script. */
export function tell(script: Script, draft: Draft, opening: readonly StoryEvent[]): StoryEvent[] {
  const lines = (day: number, of: readonly Line[] | undefined): StoryEvent[] =>
    (of ?? [])
      .filter((line) => draft.random() < line.likely)
      .map(({ by, say }) => ({
        kind: 'message',
        day,
        from: by === 'customer' ? 'customer' : 'shop',
        internal: by === 'note',
        body: phrase(draft, say),
      }))
  const told = draft.route.flatMap((to): StoryEvent[] => {
    const entry = script[to]
    const day = draft.dayOf[to] ?? draft.since
    return [
      ...lines(day, entry?.before),
      { kind: 'move', day, to, comment: null },
      ...lines(day, entry?.after),
    ]
  })
  return [...opening, ...told]
}

export function photoOf(draft: Draft, scene: PhotoScene | null): StoryEvent[] {
  if (!scene) return []
  const name = PHOTO_NAMES[draft.locale]
  return [{ kind: 'photo', day: draft.madeAgo, from: 'customer', public: true, name, scene }]
}

const PHOTO_NAMES: Readonly<Record<StarterLocale, string>> = {
  en: 'photo-of-the-fault.jpg',
  cs: 'fotografie-zavady.jpg',
  sk: 'fotografia-poruchy.jpg',
  pl: 'zdjecie-usterki.jpg',
  de: 'foto-vom-fehler.jpg',
}

/** How to pack, drawn without words. */
export function packingPicture(draft: Draft, day: number): StoryEvent {
  const name = PACKING_NAMES[draft.locale]
  return { kind: 'photo', day, from: 'shop', public: true, name, scene: 'packing-steps' }
}

const PACKING_NAMES: Readonly<Record<StarterLocale, string>> = {
  en: 'how-to-pack.jpg',
  cs: 'jak-zabalit.jpg',
  sk: 'ako-zabalit.jpg',
  pl: 'jak-zapakowac.jpg',
  de: 'so-verpacken-sie.jpg',
}

/** One of a phrase's variations in the customer's language, filled in. */
export function phrase(draft: Draft, key: PhraseKey): string {
  const { locale, fault, amount } = draft
  const text = at(PHRASES[key], Math.floor(draft.random() * PHRASES[key].length))[locale]
  if (!text.includes('{')) return text
  const fix = fault.fix[locale]
  return text
    .replace('{found}', fault.found[locale])
    .replace('{fix}', fix.charAt(0).toLowerCase() + fix.slice(1))
    .replace('{amount}', amount ? money(locale, amount) : '')
    .replace('{place}', placeOf(locale))
}

const FORMATS = new Map(
  STARTER_LOCALES.map((locale) => [
    locale,
    new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
      style: 'currency',
      currency: MARKETS[locale].currency,
      maximumFractionDigits: 0,
    }),
  ]),
)

function money(locale: StarterLocale, { amount }: Money): string {
  return FORMATS.get(locale)?.format(amount / 100) ?? ''
}

/** A day so many days ago, as a value. */
export function day(ago: number | undefined): DraftValue {
  return { daysAgo: ago ?? 0 }
}

/** A part of an amount in whole units. */
export function partOf({ amount, currency }: Money, share: number): Money {
  return { amount: Math.round((amount * share) / 100) * 100, currency }
}

/** Numbers of parcels as carriers write them. */
export function tracking(random: Random): string {
  const block = (): string => String(between(random, 1000, 9999))
  return `DPD 0550 ${block()} ${block()} ${between(random, 10, 99)}`
}
