import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')
const issues = (count: number) =>
  plural(count, { one: '# požiadavka', few: '# požiadavky', other: '# požiadaviek' })

export const overview: Texts['overview'] = {
  title: 'Prehľad',
  about: 'Ako je na tom práca a ako išla. Každé číslo vedie k požiadavkám, ktoré sú za ním.',
  allTypes: 'Všetky typy',
  period: 'Obdobie',
  periods: { month: '30 dní', quarter: '12 týždňov', year: '12 mesiacov' },
  issues,
  none: 'Nič nie je otvorené. Dobrá práca.',
  tiles: {
    open: 'Otvorené',
    late: 'Po lehote',
    dueIn2: 'Lehota do 2 dní',
    dueIn7: 'Lehota do 7 dní',
    unassigned: 'Nikto ich nerieši',
  },
  waiting: 'Čo čaká na nás?',
  waitingAbout: 'Otvorené požiadavky podľa krokov: najprv tie, kde sme na ťahu my.',
  lateOnes: (count: number) => `${count} po lehote`,
  ages: 'Aké staré je to, čo je otvorené?',
  agesAbout: 'Dni od založenia požiadavky.',
  age: (from: number, to: number | null) => (to === null ? `Viac ako ${from - 1} dní` : `${from}–${to} dní`),
  people: 'Kto potrebuje pomôcť?',
  peopleAbout: 'Otvorené požiadavky podľa toho, kto ich rieši, a koľko z nich je po lehote.',
  nobody: 'Nikto',
  gone: 'Niekto, kto odišiel',
  flow: 'Stíhame?',
  flowAbout: 'Založené a uzavreté požiadavky.',
  flowSums: (opened: string, closed: string) => `Za ten čas: založené ${opened}, uzavreté ${closed}.`,
  opened: 'Založené',
  closed: 'Uzavreté',
  day: 'Deň',
  week: 'Týždeň',
  noFlow: 'Za ten čas sa nič nezaložilo ani neuzavrelo.',
  speed: 'Zrýchľujeme?',
  speedAbout: 'Dni od založenia do prvého rozhodnutia, podľa mesiaca rozhodnutia.',
  median: 'Polovica rozhodnutá do',
  p90: 'Deväť z desiatich do',
  decided: 'Rozhodnuté',
  month: 'Mesiac',
  type: 'Typ',
  noSpeed: 'Za posledných dvanásť mesiacov sa nič nerozhodlo.',
  days: (days: string) => `${days} d`,
  asChart: 'Graf',
  asTable: 'Tabuľka',
  chartOf: (question: string) => `Graf: ${question} Tabuľka má tie isté čísla.`,
  shownAs: (question: string) => `Ukázať „${question}“ ako`,
}
