import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const board: Texts['board'] = {
  title: 'Nástěnka',
  noTypes: 'Zatím tu není žádný typ požadavků.',
  anybody: 'Všichni',
  mine: 'Moje',
  me: (name: string) => `${name} (já)`,
  noName: 'Beze jména',
  age: (days: number) =>
    days < 1 ? 'dnes' : plural(days, { one: '# den starý', few: '# dny starý', other: '# dní starý' }),
  empty: 'Nic tu není.',
  inList: (step: string, count: string) => `${step}: ${count}, ukázat jako seznam`,
  fold: (step: string) => `Sbalit ${step}`,
  unfold: (step: string) => `Rozbalit ${step}`,
  actions: (number: string) => `Akce pro ${number}`,
  moveTo: 'Přesunout do',
  noMove: 'Po tomto kroku žádný nenásleduje.',
  needs: (count: number) =>
    plural(count, { one: 'chybí # pole', few: 'chybí # pole', other: 'chybí # polí' }),
  assign: 'Přidělit …',
  assignTitle: (number: string) => `Kdo řeší ${number}?`,
  nobodyFound: 'Nikdo se tak nejmenuje.',
  moved: (number: string, step: string) => `${number} je teď v kroku „${step}“.`,
  undone: (number: string, step: string) => `${number} je zpět v kroku „${step}“.`,
  assigned: (number: string, name: string | null) =>
    name === null ? `${number} teď neřeší nikdo.` : `${number} teď řeší ${name}.`,
  refused: (from: string) => `Z kroku „${from}“ sem žádný přechod nevede.`,
  refusedDrop: (number: string, from: string, to: string) =>
    `${number} zůstává, kde je: z kroku „${from}“ nevede přechod do kroku „${to}“.`,
  needsTitle: (step: string) => `Krok „${step}“ chce ještě něco vědět`,
  needsAbout: (number: string) => `${number} tam může přejít, až bude známo:`,
  toIssue: 'Otevřít požadavek',
  moveOn: 'Přesunout',
  filesThere: 'Soubor přiložte u požadavku, pak ho přesuňte.',
  dragHelp:
    'Mezerníkem kartu zvednete, šipkami vlevo a vpravo vyberete krok, mezerníkem ji položíte, klávesou Escape ji necháte, kde byla.',
  lifted: (number: string) => `${number}: zvednuto.`,
  isOver: (number: string, step: string) => `${number} je nad krokem ${step}.`,
  dropped: (number: string, step: string) => `${number}: položeno do kroku ${step}.`,
  putBack: (number: string) => `${number} je zpět na svém místě.`,
  keys: {
    down: 'Další karta',
    up: 'Předchozí karta',
    left: 'Sloupec vlevo',
    right: 'Sloupec vpravo',
    open: 'Otevřít požadavek',
    move: 'Přesunout do jiného kroku',
    assign: 'Přidělit',
    undo: 'Vrátit poslední přesun',
  },
}
