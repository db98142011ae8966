import type { HistoryTexts } from '../en/history'

import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const history: HistoryTexts = {
  title: 'História',
  about: 'Ako konfigurácia vznikla. Každú zmenu si možno pozrieť a vrátiť.',
  kind: 'Čo',
  anything: 'Všetko',
  only: (name) => `Len ${name}`,
  clear: 'Zobraziť všetko',
  none: 'Zatiaľ sa tu nič nezmenilo.',
  look: 'Pozrieť zmenu',
  changes: 'Čo sa zmenilo',
  noChanges: 'Nič sa nelíši.',
  before: 'Predtým',
  after: 'Potom',
  member: 'Čo',
  nothing: 'nič',
  restored: 'Táto zmena vrátila skorší stav.',
  undo: 'Vrátiť do stavu pred zmenou',
  redo: 'Vrátiť do stavu po tejto zmene',
  undoTitle: 'Vrátiť do stavu pred touto zmenou?',
  redoTitle: 'Vrátiť do stavu po tejto zmene?',
  restoreAbout:
    'Neskoršie zmeny sa nahradia. Zákazníci aj spracovatelia to uvidia hneď. Je to zmena ako každá iná a dá sa tiež vrátiť.',
  wasNew: 'Pred touto zmenou to neexistovalo; zmazať to možno tam, kde sa to upravuje.',
  wasDeleted: 'Touto zmenou sa to zmazalo. Obnovením to vznikne znova pod rovnakým kľúčom.',
  done: 'Je to späť.',
  notes: 'Toto sa nevrátilo',
  stands: 'V ceste stojí:',
  now: 'Upraviť',
  kinds: {
    'issue-type:': 'Druhy požiadaviek',
    'field:': 'Polia',
    'message-template:': 'Šablóny správ',
    'business-rule:': 'Pravidlá',
    'calendar:': 'Kalendáre',
    'webhook:': 'Webhooky',
    company: 'Spoločnosť',
  },
  unchanged: 'Bez zmeny, riadkov: $',
  notSame: 'Oba texty vedľa seba',
  between: ': ',
  transfer: {
    title: 'Export a import',
    about: 'Celé nastavenie v jednom súbore: na uschovanie, alebo na prenesenie do inej inštalácie.',
    export: 'Export',
    exportAbout:
      'Druhy požiadaviek, kroky, polia, stránky, šablóny, pravidlá, kalendáre a spoločnosť. Žiadni používatelia, tokeny, tajné údaje ani požiadavky.',
    download: 'Stiahnuť súbor',
    import: 'Import',
    importAbout:
      'Najprv uvidíte, čo by vzniklo alebo sa zmenilo; nič sa nestane, kým to nepotvrdíte. Čo súbor nespomína, zostane.',
    choose: 'Vybrať súbor',
    notJson: 'Súbor neobsahuje nastavenie: nie je to JSON.',
    cannot: 'Súbor nemožno importovať',
    nothing: 'Všetko tu už je presne podľa súboru. Nič by sa nezmenilo.',
    doImport: 'Importovať',
    questionAbout:
      'Stane sa všetko, alebo nič. Zákazníci aj kolegovia to uvidia hneď; história vie každú časť vrátiť.',
    done: 'Importované.',
    does: { create: 'Vznikne', change: 'Zmení sa', keep: 'Zostane' },
    found: (count: number) =>
      plural(count, { one: 'Zmení sa # vec', few: 'Zmenia sa # veci', other: 'Zmení sa # vecí' }),
    question: (name: string) => `Importovať ${name}?`,
  },
}
