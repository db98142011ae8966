import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')
const issues = (count: number) =>
  plural(count, { one: '# požadavek', few: '# požadavky', other: '# požadavků' })

export const overview: Texts['overview'] = {
  title: 'Přehled',
  about: 'Jak na tom práce je a jak šla. Každé číslo vede k požadavkům, které jsou za ním.',
  allTypes: 'Všechny typy',
  period: 'Období',
  periods: { month: '30 dní', quarter: '12 týdnů', year: '12 měsíců' },
  issues,
  none: 'Nic není otevřené. Dobrá práce.',
  tiles: {
    open: 'Otevřené',
    late: 'Po lhůtě',
    dueIn2: 'Lhůta do 2 dnů',
    dueIn7: 'Lhůta do 7 dnů',
    unassigned: 'Nikdo je neřeší',
  },
  waiting: 'Co čeká na nás?',
  waitingAbout: 'Otevřené požadavky podle kroků: nejdřív ty, kde jsme na tahu my.',
  lateOnes: (count: number) => `${count} po lhůtě`,
  ages: 'Jak staré je to, co je otevřené?',
  agesAbout: 'Dny od založení požadavku.',
  age: (from: number, to: number | null) => (to === null ? `Přes ${from - 1} dní` : `${from}–${to} dní`),
  people: 'Kdo potřebuje pomoct?',
  peopleAbout: 'Otevřené požadavky podle toho, kdo je řeší, a kolik z nich je po lhůtě.',
  nobody: 'Nikdo',
  gone: 'Někdo, kdo odešel',
  flow: 'Stíháme?',
  flowAbout: 'Založené a uzavřené požadavky.',
  flowSums: (opened: string, closed: string) => `Za tu dobu: založeno ${opened}, uzavřeno ${closed}.`,
  opened: 'Založeno',
  closed: 'Uzavřeno',
  day: 'Den',
  week: 'Týden',
  noFlow: 'Za tu dobu se nic nezaložilo ani neuzavřelo.',
  speed: 'Zrychlujeme?',
  speedAbout: 'Dny od založení do prvního rozhodnutí, podle měsíce rozhodnutí.',
  median: 'Polovina rozhodnuta do',
  p90: 'Devět z deseti do',
  decided: 'Rozhodnuto',
  month: 'Měsíc',
  type: 'Typ',
  noSpeed: 'Za posledních dvanáct měsíců se nic nerozhodlo.',
  days: (days: string) => `${days} d`,
  asChart: 'Graf',
  asTable: 'Tabulka',
  chartOf: (question: string) => `Graf: ${question} Tabulka má tatáž čísla.`,
  shownAs: (question: string) => `Ukázat „${question}“ jako`,
}
