import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const board: Texts['board'] = {
  title: 'Tablica',
  noTypes: 'Nie ma jeszcze żadnych typów zgłoszeń.',
  anybody: 'Wszyscy',
  mine: 'Moje',
  me: (name: string) => `${name} (ja)`,
  noName: 'Bez nazwiska',
  age: (days: number) =>
    days < 1
      ? 'dziś'
      : plural(days, { one: 'od # dnia', few: 'od # dni', many: 'od # dni', other: 'od # dnia' }),
  empty: 'Nic tu nie ma.',
  inList: (step: string, count: string) => `${step}: ${count}, pokaż jako listę`,
  fold: (step: string) => `Zwiń ${step}`,
  unfold: (step: string) => `Rozwiń ${step}`,
  actions: (number: string) => `Działania dla ${number}`,
  moveTo: 'Przenieś do',
  noMove: 'Po tym etapie nie ma następnego.',
  needs: (count: number) =>
    plural(count, {
      one: 'brakuje # pola',
      few: 'brakuje # pól',
      many: 'brakuje # pól',
      other: 'brakuje # pola',
    }),
  assign: 'Przydziel …',
  assignTitle: (number: string) => `Kto zajmuje się ${number}?`,
  nobodyFound: 'Nikt się tak nie nazywa.',
  moved: (number: string, step: string) => `${number} jest teraz w etapie „${step}”.`,
  undone: (number: string, step: string) => `${number} wraca do etapu „${step}”.`,
  assigned: (number: string, name: string | null) =>
    name === null ? `${number} nie ma teraz nikogo.` : `${number}: teraz zajmuje się tym ${name}.`,
  refused: (from: string) => `Z etapu „${from}” nie ma tu przejścia.`,
  refusedDrop: (number: string, from: string, to: string) =>
    `${number} zostaje na miejscu: z etapu „${from}” nie ma przejścia do „${to}”.`,
  needsTitle: (step: string) => `Etap „${step}” potrzebuje czegoś jeszcze`,
  needsAbout: (number: string) => `${number} może tam przejść, gdy będzie wiadome:`,
  toIssue: 'Otwórz zgłoszenie',
  moveOn: 'Przenieś',
  filesThere: 'Dołącz plik przy zgłoszeniu, a potem je przenieś.',
  dragHelp:
    'Spacją podnosisz kartę, strzałkami w lewo i w prawo wybierasz etap, spacją ją upuszczasz, klawiszem Escape zostawiasz ją tam, gdzie była.',
  lifted: (number: string) => `${number}: podniesiono.`,
  isOver: (number: string, step: string) => `${number} jest nad etapem ${step}.`,
  dropped: (number: string, step: string) => `${number}: upuszczono w etapie ${step}.`,
  putBack: (number: string) => `${number} jest znów na swoim miejscu.`,
  keys: {
    down: 'Następna karta',
    up: 'Poprzednia karta',
    left: 'Kolumna po lewej',
    right: 'Kolumna po prawej',
    open: 'Otwórz zgłoszenie',
    move: 'Przenieś do innego etapu',
    assign: 'Przydziel',
    undo: 'Cofnij ostatnie przeniesienie',
  },
}
