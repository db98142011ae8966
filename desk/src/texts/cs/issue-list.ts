import type { IssueListTexts } from '../en/issue-list'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const issueList: IssueListTexts = {
  title: 'Požadavky',
  search: 'Hledat požadavky',
  searchHint: 'Jméno, číslo, telefon, výrobek …',
  clearSearch: 'Vymazat hledání',
  count: (count) => plural(count, { one: '# požadavek', few: '# požadavky', other: '# požadavků' }),
  countMore: (count) => plural(count, { one: '#+ požadavků', other: '#+ požadavků' }),
  newIssue: 'Nový požadavek',
  density: 'Výška řádků',
  densities: { compact: 'Nízké', regular: 'Běžné', comfortable: 'Vysoké' },
  csv: 'Stáhnout jako CSV',
  more: 'Více',
  list: 'Seznam požadavků',
  choose: 'Vybrat',
  chooseOne: (number) => `Vybrat ${number}`,
  chooseAll: 'Vybrat všechny načtené',
  noContact: 'Bez jména',
  sortBy: (column) => `Seřadit podle: ${column}`,
  filters: 'Filtry',
  filtersOn: (count) => plural(count, { one: 'Filtry (#)', other: 'Filtry (#)' }),
  showFound: 'Zobrazit požadavky',
  sort: 'Pořadí',
  sorts: {
    due: 'Lhůta, nejbližší nahoře',
    '-due': 'Lhůta, nejvzdálenější nahoře',
    '-changed': 'Naposledy změněné nahoře',
    changed: 'Nejdéle nezměněné nahoře',
    '-created': 'Nejnovější nahoře',
    created: 'Nejstarší nahoře',
    number: 'Číslo vzestupně',
    '-number': 'Číslo sestupně',
  },
  filter: {
    type: 'Typ',
    step: 'Krok',
    handler: 'Řeší',
    turn: 'Kdo je na tahu',
    due: 'Lhůta',
    category: 'Stav',
    contact: 'Kontakt',
    created: 'Založeno',
    closed: 'Uzavřeno',
    decided: 'Rozhodnuto',
    answer: 'Odpověď',
    awaited: 'Zákazník na ni čeká',
    more: 'Filtr',
    moreAbout: 'Filtr podle dalšího pole',
    find: 'Najít …',
    nothing: 'Nic nenalezeno',
    remove: (name) => `Zrušit filtr ${name}`,
    clear: 'Zrušit filtry',
    me: 'Já',
    nobody: 'Nikdo',
    from: (day) => `od ${day}`,
    to: (day) => `do ${day}`,
    several: (first, others) => `${first} +${others}`,
  },
  categories: { open: 'Otevřené', waiting: 'Čekající', done: 'Hotové' },
  notDone: 'Nehotové',
  allStates: 'Vše, i hotové',
  dues: { late: 'Po lhůtě', today: 'Dnes', week: 'Do 7 dnů', none: 'Bez lhůty' },
  empty: 'Zatím tu nejsou žádné požadavky.',
  emptyOpen: 'Nic není otevřené. Vše je vyřízeno.',
  emptyFound: 'Těmto filtrům neodpovídá žádný požadavek.',
  emptySearch: (words) => `Pro „${words}“ se nic nenašlo.`,
  showDone: 'Zobrazit hotové',
  searchDone: 'Hledat i v hotových',
  views: 'Pohledy',
  builtIn: {
    open: 'Všechny otevřené',
    mine: 'Moje',
    unassigned: 'Nepřidělené',
    late: 'Po lhůtě',
    awaited: 'K odpovědi',
  },
  keys: {
    next: 'Další požadavek',
    previous: 'Předchozí požadavek',
    open: 'Otevřít požadavek',
    choose: 'Vybrat požadavek',
    assign: 'Přidělit',
    move: 'Přesunout do kroku',
    clear: 'Zrušit výběr',
  },
  saved: {
    save: 'Uložit pohled',
    update: 'Uložit změny',
    saveNew: 'Uložit jako nový pohled',
    reset: 'Vrátit změny',
    title: 'Uložit tento seznam jako pohled',
    name: 'Název pohledu',
    namePlaceholder: 'Například: konvice, které čekají na zboží',
    shared: 'Vidí ho všichni',
    sharedAbout: 'Měnit ho můžete jen vy a správci.',
    menu: (name) => `Pohled ${name}`,
    rename: 'Přejmenovat nebo sdílet',
    earlier: 'Posunout doleva',
    later: 'Posunout doprava',
    delete: 'Smazat pohled',
    deleteTitle: (name) => `Smazat pohled ${name}?`,
    deleteAbout: 'Požadavky zůstanou, jak jsou.',
    deleteShared: 'Zmizí všem. Požadavky zůstanou, jak jsou.',
    done: (name) => `Pohled ${name} je uložen.`,
    deleted: (name) => `Pohled ${name} je smazán.`,
    by: (name) => `Sdílí ${name}`,
  },
  bulk: {
    chosen: (count) => plural(count, { one: '# vybraný', few: '# vybrané', other: '# vybraných' }),
    bar: 'Co udělat s vybranými požadavky',
    all: (count) => `Vybrat všech ${count} načtených`,
    clear: 'Zrušit výběr',
    assign: 'Přidělit…',
    move: 'Přesunout do kroku…',
    assignTitle: (count) =>
      plural(count, {
        one: 'Přidělit # požadavek',
        few: 'Přidělit # požadavky',
        other: 'Přidělit # požadavků',
      }),
    moveTitle: (count) =>
      plural(count, {
        one: 'Přesunout # požadavek',
        few: 'Přesunout # požadavky',
        other: 'Přesunout # požadavků',
      }),
    handler: 'Kdo je řeší',
    step: 'Do kterého kroku',
    noStep: 'Žádný z těchto požadavků nelze nikam přesunout.',
    stepFor: (name, count) => `${name} (${count})`,
    needs: 'Co krok potřebuje, jednou pro všechny, kterým to chybí',
    lacking: (count) =>
      plural(count, {
        one: 'Chybí u # požadavku.',
        few: 'Chybí u # požadavků; kde už je, tam zůstane.',
        other: 'Chybí u # požadavků; kde už je, tam zůstane.',
      }),
    comment: 'Poznámka do historie',
    commentAbout: 'Zákazníci ji nevidí.',
    looking: 'Zjišťuje se, co to udělá …',
    preview: 'Co to udělá',
    will: (count) =>
      plural(count, {
        one: 'Změní se # požadavek.',
        few: 'Změní se # požadavky.',
        other: 'Změní se # požadavků.',
      }),
    same: (count) =>
      plural(count, {
        one: '# požadavek už takový je.',
        few: '# požadavky už takové jsou.',
        other: '# požadavků už takových je.',
      }),
    cannot: (count) =>
      plural(count, {
        one: '# požadavek nelze změnit:',
        few: '# požadavky nelze změnit:',
        other: '# požadavků nelze změnit:',
      }),
    missing: (names) => `Ještě chybí: ${names}`,
    quiet: 'Žádné pravidlo na to nereaguje: nikomu se nic nepošle.',
    rules: 'Pravidla pak:',
    send: (count, name) =>
      plural(count, {
        one: `odešlou # zprávu „${name}“`,
        few: `odešlou # zprávy „${name}“`,
        other: `odešlou # zpráv „${name}“`,
      }),
    webhook: (count) => plural(count, { one: 'zavolají webhook jednou', other: 'zavolají webhook #×' }),
    moves: (count) =>
      plural(count, {
        one: 'přesunou dál # požadavek',
        few: 'přesunou dál # požadavky',
        other: 'přesunou dál # požadavků',
      }),
    sets: (count) =>
      plural(count, {
        one: 'vyplní pole u # požadavku',
        other: 'vyplní pole u # požadavků',
      }),
    assigns: (count) =>
      plural(count, {
        one: 'přidělí # požadavek',
        few: 'přidělí # požadavky',
        other: 'přidělí # požadavků',
      }),
    notes: (count) =>
      plural(count, {
        one: 'připíšou poznámku k # požadavku',
        other: 'připíšou poznámku k # požadavkům',
      }),
    nothing: (count) =>
      plural(count, {
        one: '# akce nic neudělá',
        few: '# akce nic neudělají',
        other: '# akcí nic neudělá',
      }),
    apply: (count) =>
      plural(count, {
        one: 'Změnit # požadavek',
        few: 'Změnit # požadavky',
        other: 'Změnit # požadavků',
      }),
    progress: (done, of) => `${done} z ${of}`,
    stop: 'Zastavit',
    doneAssign: (count, name) =>
      plural(count, {
        one: `# požadavek řeší ${name}.`,
        few: `# požadavky řeší ${name}.`,
        other: `# požadavků řeší ${name}.`,
      }),
    doneNobody: (count) =>
      plural(count, {
        one: '# požadavek teď nikdo neřeší.',
        few: '# požadavky teď nikdo neřeší.',
        other: '# požadavků teď nikdo neřeší.',
      }),
    doneMove: (count, name) =>
      plural(count, {
        one: `# požadavek je v kroku ${name}.`,
        few: `# požadavky jsou v kroku ${name}.`,
        other: `# požadavků je v kroku ${name}.`,
      }),
    failed: (count) =>
      plural(count, { one: '# nešel změnit.', few: '# nešly změnit.', other: '# nešlo změnit.' }),
    left: (count) =>
      plural(count, {
        one: '# zůstal, jak byl.',
        few: '# zůstaly, jak byly.',
        other: '# zůstalo, jak bylo.',
      }),
    undo: 'Vrátit zpět',
    undone: (count) =>
      plural(count, {
        one: '# požadavek je, jak byl.',
        few: '# požadavky jsou, jak byly.',
        other: '# požadavků je, jak bylo.',
      }),
    notUndone: (count) =>
      plural(count, { one: '# nešel vrátit.', few: '# nešly vrátit.', other: '# nešlo vrátit.' }),
  },
}
