import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const board: Texts['board'] = {
  title: 'Nástenka',
  noTypes: 'Zatiaľ tu nie je žiadny typ požiadaviek.',
  anybody: 'Všetci',
  mine: 'Moje',
  me: (name: string) => `${name} (ja)`,
  noName: 'Bez mena',
  age: (days: number) =>
    days < 1 ? 'dnes' : plural(days, { one: '# deň stará', few: '# dni stará', other: '# dní stará' }),
  empty: 'Nič tu nie je.',
  inList: (step: string, count: string) => `${step}: ${count}, ukázať ako zoznam`,
  fold: (step: string) => `Zbaliť ${step}`,
  unfold: (step: string) => `Rozbaliť ${step}`,
  actions: (number: string) => `Akcie pre ${number}`,
  moveTo: 'Presunúť do',
  noMove: 'Po tomto kroku žiadny nenasleduje.',
  needs: (count: number) =>
    plural(count, { one: 'chýba # pole', few: 'chýbajú # polia', other: 'chýba # polí' }),
  assign: 'Prideliť …',
  assignTitle: (number: string) => `Kto rieši ${number}?`,
  nobodyFound: 'Nikto sa tak nevolá.',
  moved: (number: string, step: string) => `${number} je teraz v kroku „${step}“.`,
  undone: (number: string, step: string) => `${number} je späť v kroku „${step}“.`,
  assigned: (number: string, name: string | null) =>
    name === null ? `${number} teraz nerieši nikto.` : `${number} teraz rieši ${name}.`,
  refused: (from: string) => `Z kroku „${from}“ sem žiadny prechod nevedie.`,
  refusedDrop: (number: string, from: string, to: string) =>
    `${number} ostáva, kde je: z kroku „${from}“ nevedie prechod do kroku „${to}“.`,
  needsTitle: (step: string) => `Krok „${step}“ chce ešte niečo vedieť`,
  needsAbout: (number: string) => `${number} tam môže prejsť, keď bude známe:`,
  toIssue: 'Otvoriť požiadavku',
  moveOn: 'Presunúť',
  filesThere: 'Súbor priložte pri požiadavke, potom ju presuňte.',
  dragHelp:
    'Medzerníkom kartu zdvihnete, šípkami vľavo a vpravo vyberiete krok, medzerníkom ju položíte, klávesom Escape ju necháte, kde bola.',
  lifted: (number: string) => `${number}: zdvihnuté.`,
  isOver: (number: string, step: string) => `${number} je nad krokom ${step}.`,
  dropped: (number: string, step: string) => `${number}: položené do kroku ${step}.`,
  putBack: (number: string) => `${number} je späť na svojom mieste.`,
  keys: {
    down: 'Ďalšia karta',
    up: 'Predchádzajúca karta',
    left: 'Stĺpec vľavo',
    right: 'Stĺpec vpravo',
    open: 'Otvoriť požiadavku',
    move: 'Presunúť do iného kroku',
    assign: 'Prideliť',
    undo: 'Vrátiť posledný presun',
  },
}
