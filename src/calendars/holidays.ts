import { DAY } from '../base/index.ts'

/** A day off: days are counted from 1970-01-01. The name is in the language of the country. */
export type Holiday = { day: number; name: string }

/** A day of every year, or one that is told from Easter Sunday; `from` and `to` are the first and the last year. */
type Rule = {
  name: string
  when: readonly [month: number, day: number] | { easter: number }
  from?: number
  to?: number
  except?: readonly number[]
}

const GOOD_FRIDAY = { easter: -2 }
const EASTER_MONDAY = { easter: 1 }

/** Act 245/2000. Good Friday came in 2016. */
const CZ: readonly Rule[] = [
  { name: 'Nový rok, Den obnovy samostatného českého státu', when: [1, 1] },
  { name: 'Velký pátek', when: GOOD_FRIDAY, from: 2016 },
  { name: 'Velikonoční pondělí', when: EASTER_MONDAY },
  { name: 'Svátek práce', when: [5, 1] },
  { name: 'Den vítězství', when: [5, 8] },
  { name: 'Den slovanských věrozvěstů Cyrila a Metoděje', when: [7, 5] },
  { name: 'Den upálení mistra Jana Husa', when: [7, 6] },
  { name: 'Den české státnosti', when: [9, 28] },
  { name: 'Den vzniku samostatného československého státu', when: [10, 28] },
  { name: 'Den boje za svobodu a demokracii', when: [11, 17] },
  { name: 'Štědrý den', when: [12, 24] },
  { name: '1. svátek vánoční', when: [12, 25] },
  { name: '2. svátek vánoční', when: [12, 26] },
]

/**
 * Act 241/1993. Days that are still holidays and are worked on: 1 September since 2024, 17 November since 2025, 8 May
 * and 15 September in 2026 alone; 28 October has always been one.
 */
const SK: readonly Rule[] = [
  { name: 'Deň vzniku Slovenskej republiky', when: [1, 1] },
  { name: 'Zjavenie Pána', when: [1, 6] },
  { name: 'Veľký piatok', when: GOOD_FRIDAY },
  { name: 'Veľkonočný pondelok', when: EASTER_MONDAY },
  { name: 'Sviatok práce', when: [5, 1] },
  { name: 'Deň víťazstva nad fašizmom', when: [5, 8], except: [2026] },
  { name: 'Sviatok svätého Cyrila a Metoda', when: [7, 5] },
  { name: 'Výročie Slovenského národného povstania', when: [8, 29] },
  { name: 'Deň Ústavy Slovenskej republiky', when: [9, 1], to: 2023 },
  { name: 'Sedembolestná Panna Mária', when: [9, 15], except: [2026] },
  { name: 'Sviatok Všetkých svätých', when: [11, 1] },
  { name: 'Deň boja za slobodu a demokraciu', when: [11, 17], to: 2024 },
  { name: 'Štedrý deň', when: [12, 24] },
  { name: 'Prvý sviatok vianočný', when: [12, 25] },
  { name: 'Druhý sviatok vianočný', when: [12, 26] },
]

/** The act of 18 January 1951 on days off. Christmas Eve came in 2025, Epiphany came back in 2011. */
const PL: readonly Rule[] = [
  { name: 'Nowy Rok', when: [1, 1] },
  { name: 'Święto Trzech Króli', when: [1, 6], from: 2011 },
  { name: 'Wielkanoc', when: { easter: 0 } },
  { name: 'Poniedziałek Wielkanocny', when: EASTER_MONDAY },
  { name: 'Święto Państwowe', when: [5, 1] },
  { name: 'Święto Narodowe Trzeciego Maja', when: [5, 3] },
  { name: 'Zielone Świątki', when: { easter: 49 } },
  { name: 'Boże Ciało', when: { easter: 60 } },
  { name: 'Wniebowzięcie Najświętszej Maryi Panny', when: [8, 15] },
  { name: 'Wszystkich Świętych', when: [11, 1] },
  { name: 'Narodowe Święto Niepodległości', when: [11, 11] },
  { name: 'Wigilia Bożego Narodzenia', when: [12, 24], from: 2025 },
  { name: 'Boże Narodzenie, pierwszy dzień', when: [12, 25] },
  { name: 'Boże Narodzenie, drugi dzień', when: [12, 26] },
]

/** Countries whose days off are known here. */
export const BASES = ['CZ', 'SK', 'PL'] as const
export type Base = (typeof BASES)[number]

const RULES: Readonly<Record<Base, readonly Rule[]>> = { CZ, SK, PL }

/** The days off of a country in a year, in order. */
export function holidaysOf(base: Base, year: number): Holiday[] {
  return RULES[base]
    .filter(({ from = year, to = year, except = [] }) => year >= from && year <= to && !except.includes(year))
    .map(({ name, when }) => ({
      name,
      day: 'easter' in when ? easterSunday(year) + when.easter : dayOf(year, when[0], when[1]),
    }))
    .sort((a, b) => a.day - b.day)
}

/** Easter Sunday by the Gregorian computus that an anonymous writer gave to Nature in 1876. */
export function easterSunday(year: number): number {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(century / 4)
  const e = century % 4
  const f = Math.floor((century + 8) / 25)
  const g = Math.floor((century - f + 1) / 3)
  const h = (19 * a + century - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY
}
