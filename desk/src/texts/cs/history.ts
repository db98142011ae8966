import type { HistoryTexts } from '../en/history'

import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const history: HistoryTexts = {
  title: 'Historie',
  about: 'Jak konfigurace vznikla. Každou změnu si lze prohlédnout a vrátit.',
  kind: 'Co',
  anything: 'Vše',
  only: (name) => `Jen ${name}`,
  clear: 'Zobrazit vše',
  none: 'Zatím se zde nic nezměnilo.',
  look: 'Prohlédnout změnu',
  changes: 'Co se změnilo',
  noChanges: 'Nic se neliší.',
  before: 'Předtím',
  after: 'Potom',
  member: 'Co',
  nothing: 'nic',
  restored: 'Tato změna vrátila dřívější stav.',
  undo: 'Vrátit do stavu před změnou',
  redo: 'Vrátit do stavu po této změně',
  undoTitle: 'Vrátit do stavu před touto změnou?',
  redoTitle: 'Vrátit do stavu po této změně?',
  restoreAbout:
    'Pozdější změny se nahradí. Zákazníci i zpracovatelé to uvidí hned. Je to změna jako každá jiná a lze ji také vrátit.',
  wasNew: 'Před touto změnou to neexistovalo; smazat to lze tam, kde se to upravuje.',
  wasDeleted: 'Touto změnou se to smazalo. Obnovením to vznikne znovu pod stejným klíčem.',
  done: 'Je to zpět.',
  notes: 'Toto se nevrátilo',
  stands: 'V cestě stojí:',
  now: 'Upravit',
  kinds: {
    'issue-type:': 'Druhy požadavků',
    'field:': 'Pole',
    'message-template:': 'Šablony zpráv',
    'business-rule:': 'Pravidla',
    'calendar:': 'Kalendáře',
    'webhook:': 'Webhooky',
    company: 'Společnost',
  },
  unchanged: 'Beze změny, řádků: $',
  notSame: 'Oba texty vedle sebe',
  between: ': ',
  transfer: {
    title: 'Export a import',
    about: 'Celé nastavení v jednom souboru: k uschování, nebo k přenesení do jiné instalace.',
    export: 'Export',
    exportAbout:
      'Druhy požadavků, kroky, pole, stránky, šablony, pravidla, kalendáře a společnost. Žádní uživatelé, tokeny, tajné údaje ani požadavky.',
    download: 'Stáhnout soubor',
    import: 'Import',
    importAbout:
      'Nejdřív uvidíte, co by vzniklo nebo se změnilo; nic se nestane, dokud to nepotvrdíte. Co soubor nejmenuje, zůstane.',
    choose: 'Vybrat soubor',
    notJson: 'Soubor neobsahuje nastavení: není to JSON.',
    cannot: 'Soubor nelze importovat',
    nothing: 'Vše už tu je přesně podle souboru. Nic by se nezměnilo.',
    doImport: 'Importovat',
    questionAbout:
      'Stane se vše, nebo nic. Zákazníci i kolegové to uvidí hned; historie umí každou část vrátit.',
    done: 'Importováno.',
    does: { create: 'Vznikne', change: 'Změní se', keep: 'Zůstane' },
    found: (count: number) =>
      plural(count, { one: 'Změní se # věc', few: 'Změní se # věci', other: 'Změní se # věcí' }),
    question: (name: string) => `Importovat ${name}?`,
  },
}
