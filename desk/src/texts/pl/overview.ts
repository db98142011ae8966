import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')
const issues = (count: number) =>
  plural(count, { one: '# zgłoszenie', few: '# zgłoszenia', many: '# zgłoszeń', other: '# zgłoszenia' })

export const overview: Texts['overview'] = {
  title: 'Przegląd',
  about: 'Jak stoi praca i jak szła. Każda liczba prowadzi do zgłoszeń, które za nią stoją.',
  allTypes: 'Wszystkie typy',
  period: 'Okres',
  periods: { month: '30 dni', quarter: '12 tygodni', year: '12 miesięcy' },
  issues,
  none: 'Nic nie jest otwarte. Dobra robota.',
  tiles: {
    open: 'Otwarte',
    late: 'Po terminie',
    dueIn2: 'Termin w ciągu 2 dni',
    dueIn7: 'Termin w ciągu 7 dni',
    unassigned: 'Bez prowadzącego',
  },
  waiting: 'Co czeka na nas?',
  waitingAbout: 'Otwarte zgłoszenia według etapów: najpierw te, w których ruch należy do nas.',
  lateOnes: (count: number) => `${count} po terminie`,
  ages: 'Jak stare jest to, co otwarte?',
  agesAbout: 'Dni od otwarcia zgłoszenia.',
  age: (from: number, to: number | null) => (to === null ? `Ponad ${from - 1} dni` : `${from}–${to} dni`),
  people: 'Kto potrzebuje pomocy?',
  peopleAbout: 'Otwarte zgłoszenia według osób, które się nimi zajmują, i ile z nich jest po terminie.',
  nobody: 'Nikt',
  gone: 'Ktoś, kto odszedł',
  flow: 'Czy nadążamy?',
  flowAbout: 'Zgłoszenia otwarte i zamknięte.',
  flowSums: (opened: string, closed: string) => `W tym czasie otwarto ${opened}, zamknięto ${closed}.`,
  opened: 'Otwarte',
  closed: 'Zamknięte',
  day: 'Dzień',
  week: 'Tydzień',
  noFlow: 'W tym czasie nic nie otwarto ani nie zamknięto.',
  speed: 'Czy przyspieszamy?',
  speedAbout: 'Dni od otwarcia do pierwszej decyzji, według miesiąca decyzji.',
  median: 'Połowa rozstrzygnięta w',
  p90: 'Dziewięć na dziesięć w',
  decided: 'Rozstrzygnięte',
  month: 'Miesiąc',
  type: 'Typ',
  noSpeed: 'W ostatnich dwunastu miesiącach nic nie rozstrzygnięto.',
  days: (days: string) => `${days} d`,
  asChart: 'Wykres',
  asTable: 'Tabela',
  chartOf: (question: string) => `Wykres: ${question} Tabela zawiera te same liczby.`,
  shownAs: (question: string) => `Pokaż „${question}” jako`,
}
