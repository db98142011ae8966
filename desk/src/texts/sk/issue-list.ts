import type { IssueListTexts } from '../en/issue-list'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const issueList: IssueListTexts = {
  title: 'Požiadavky',
  search: 'Hľadať požiadavky',
  searchHint: 'Meno, číslo, telefón, výrobok …',
  clearSearch: 'Vymazať hľadanie',
  count: (count) => plural(count, { one: '# požiadavka', few: '# požiadavky', other: '# požiadaviek' }),
  countMore: (count) => plural(count, { one: '#+ požiadaviek', other: '#+ požiadaviek' }),
  newIssue: 'Nová požiadavka',
  density: 'Výška riadkov',
  densities: { compact: 'Nízke', regular: 'Bežné', comfortable: 'Vysoké' },
  csv: 'Stiahnuť ako CSV',
  more: 'Viac',
  list: 'Zoznam požiadaviek',
  choose: 'Vybrať',
  chooseOne: (number) => `Vybrať ${number}`,
  chooseAll: 'Vybrať všetky načítané',
  noContact: 'Bez mena',
  sortBy: (column) => `Zoradiť podľa: ${column}`,
  filters: 'Filtre',
  filtersOn: (count) => plural(count, { one: 'Filtre (#)', other: 'Filtre (#)' }),
  showFound: 'Zobraziť požiadavky',
  sort: 'Poradie',
  sorts: {
    due: 'Lehota, najbližšia hore',
    '-due': 'Lehota, najvzdialenejšia hore',
    '-changed': 'Naposledy zmenené hore',
    changed: 'Najdlhšie nezmenené hore',
    '-created': 'Najnovšie hore',
    created: 'Najstaršie hore',
    number: 'Číslo vzostupne',
    '-number': 'Číslo zostupne',
  },
  filter: {
    type: 'Typ',
    step: 'Krok',
    handler: 'Rieši',
    turn: 'Kto je na ťahu',
    due: 'Lehota',
    category: 'Stav',
    contact: 'Kontakt',
    created: 'Založené',
    closed: 'Uzavreté',
    decided: 'Rozhodnuté',
    answer: 'Odpoveď',
    awaited: 'Zákazník na ňu čaká',
    more: 'Filter',
    moreAbout: 'Filter podľa ďalšieho poľa',
    find: 'Nájsť …',
    nothing: 'Nič sa nenašlo',
    remove: (name) => `Zrušiť filter ${name}`,
    clear: 'Zrušiť filtre',
    me: 'Ja',
    nobody: 'Nikto',
    from: (day) => `od ${day}`,
    to: (day) => `do ${day}`,
    several: (first, others) => `${first} +${others}`,
  },
  categories: { open: 'Otvorené', waiting: 'Čakajúce', done: 'Hotové' },
  notDone: 'Nehotové',
  allStates: 'Všetko, aj hotové',
  dues: { late: 'Po lehote', today: 'Dnes', week: 'Do 7 dní', none: 'Bez lehoty' },
  empty: 'Zatiaľ tu nie sú žiadne požiadavky.',
  emptyOpen: 'Nič nie je otvorené. Všetko je vybavené.',
  emptyFound: 'Týmto filtrom nezodpovedá žiadna požiadavka.',
  emptySearch: (words) => `Pre „${words}“ sa nič nenašlo.`,
  showDone: 'Zobraziť hotové',
  searchDone: 'Hľadať aj v hotových',
  views: 'Pohľady',
  builtIn: {
    open: 'Všetky otvorené',
    mine: 'Moje',
    unassigned: 'Nepridelené',
    late: 'Po lehote',
    awaited: 'Na odpoveď',
  },
  keys: {
    next: 'Ďalšia požiadavka',
    previous: 'Predchádzajúca požiadavka',
    open: 'Otvoriť požiadavku',
    choose: 'Vybrať požiadavku',
    assign: 'Prideliť',
    move: 'Presunúť do kroku',
    clear: 'Zrušiť výber',
  },
  saved: {
    save: 'Uložiť pohľad',
    update: 'Uložiť zmeny',
    saveNew: 'Uložiť ako nový pohľad',
    reset: 'Vrátiť zmeny',
    title: 'Uložiť tento zoznam ako pohľad',
    name: 'Názov pohľadu',
    namePlaceholder: 'Napríklad: kanvice, ktoré čakajú na tovar',
    shared: 'Vidia ho všetci',
    sharedAbout: 'Meniť ho môžete len vy a správcovia.',
    menu: (name) => `Pohľad ${name}`,
    rename: 'Premenovať alebo zdieľať',
    earlier: 'Posunúť doľava',
    later: 'Posunúť doprava',
    delete: 'Zmazať pohľad',
    deleteTitle: (name) => `Zmazať pohľad ${name}?`,
    deleteAbout: 'Požiadavky zostanú, ako sú.',
    deleteShared: 'Zmizne všetkým. Požiadavky zostanú, ako sú.',
    done: (name) => `Pohľad ${name} je uložený.`,
    deleted: (name) => `Pohľad ${name} je zmazaný.`,
    by: (name) => `Zdieľa ${name}`,
  },
  bulk: {
    chosen: (count) => plural(count, { one: '# vybraná', few: '# vybrané', other: '# vybraných' }),
    bar: 'Čo urobiť s vybranými požiadavkami',
    all: (count) => `Vybrať všetkých ${count} načítaných`,
    clear: 'Zrušiť výber',
    assign: 'Prideliť…',
    move: 'Presunúť do kroku…',
    assignTitle: (count) =>
      plural(count, {
        one: 'Prideliť # požiadavku',
        few: 'Prideliť # požiadavky',
        other: 'Prideliť # požiadaviek',
      }),
    moveTitle: (count) =>
      plural(count, {
        one: 'Presunúť # požiadavku',
        few: 'Presunúť # požiadavky',
        other: 'Presunúť # požiadaviek',
      }),
    handler: 'Kto ich rieši',
    step: 'Do ktorého kroku',
    noStep: 'Žiadnu z týchto požiadaviek nemožno nikam presunúť.',
    stepFor: (name, count) => `${name} (${count})`,
    needs: 'Čo krok potrebuje, raz pre všetky, ktorým to chýba',
    lacking: (count) =>
      plural(count, {
        one: 'Chýba pri # požiadavke.',
        few: 'Chýba pri # požiadavkách; kde už je, tam zostane.',
        other: 'Chýba pri # požiadavkách; kde už je, tam zostane.',
      }),
    comment: 'Poznámka do histórie',
    commentAbout: 'Zákazníci ju nevidia.',
    looking: 'Zisťuje sa, čo to urobí …',
    preview: 'Čo to urobí',
    will: (count) =>
      plural(count, {
        one: 'Zmení sa # požiadavka.',
        few: 'Zmenia sa # požiadavky.',
        other: 'Zmení sa # požiadaviek.',
      }),
    same: (count) =>
      plural(count, {
        one: '# požiadavka už taká je.',
        few: '# požiadavky už také sú.',
        other: '# požiadaviek už takých je.',
      }),
    cannot: (count) =>
      plural(count, {
        one: '# požiadavku nemožno zmeniť:',
        few: '# požiadavky nemožno zmeniť:',
        other: '# požiadaviek nemožno zmeniť:',
      }),
    missing: (names) => `Ešte chýba: ${names}`,
    quiet: 'Žiadne pravidlo na to nereaguje: nikomu sa nič nepošle.',
    rules: 'Pravidlá potom:',
    send: (count, name) =>
      plural(count, {
        one: `odošlú # správu „${name}“`,
        few: `odošlú # správy „${name}“`,
        other: `odošlú # správ „${name}“`,
      }),
    webhook: (count) => plural(count, { one: 'zavolajú webhook raz', other: 'zavolajú webhook #×' }),
    moves: (count) =>
      plural(count, {
        one: 'presunú ďalej # požiadavku',
        few: 'presunú ďalej # požiadavky',
        other: 'presunú ďalej # požiadaviek',
      }),
    sets: (count) =>
      plural(count, { one: 'vyplnia pole pri # požiadavke', other: 'vyplnia pole pri # požiadavkách' }),
    assigns: (count) =>
      plural(count, {
        one: 'pridelia # požiadavku',
        few: 'pridelia # požiadavky',
        other: 'pridelia # požiadaviek',
      }),
    notes: (count) =>
      plural(count, {
        one: 'pripíšu poznámku k # požiadavke',
        other: 'pripíšu poznámku k # požiadavkám',
      }),
    nothing: (count) =>
      plural(count, {
        one: '# akcia nič neurobí',
        few: '# akcie nič neurobia',
        other: '# akcií nič neurobí',
      }),
    apply: (count) =>
      plural(count, {
        one: 'Zmeniť # požiadavku',
        few: 'Zmeniť # požiadavky',
        other: 'Zmeniť # požiadaviek',
      }),
    progress: (done, of) => `${done} z ${of}`,
    stop: 'Zastaviť',
    doneAssign: (count, name) =>
      plural(count, {
        one: `# požiadavku rieši ${name}.`,
        few: `# požiadavky rieši ${name}.`,
        other: `# požiadaviek rieši ${name}.`,
      }),
    doneNobody: (count) =>
      plural(count, {
        one: '# požiadavku teraz nikto nerieši.',
        few: '# požiadavky teraz nikto nerieši.',
        other: '# požiadaviek teraz nikto nerieši.',
      }),
    doneMove: (count, name) =>
      plural(count, {
        one: `# požiadavka je v kroku ${name}.`,
        few: `# požiadavky sú v kroku ${name}.`,
        other: `# požiadaviek je v kroku ${name}.`,
      }),
    failed: (count) =>
      plural(count, { one: '# sa nedala zmeniť.', few: '# sa nedali zmeniť.', other: '# sa nedalo zmeniť.' }),
    left: (count) =>
      plural(count, {
        one: '# zostala, ako bola.',
        few: '# zostali, ako boli.',
        other: '# zostalo, ako bolo.',
      }),
    undo: 'Vrátiť späť',
    undone: (count) =>
      plural(count, {
        one: '# požiadavka je, ako bola.',
        few: '# požiadavky sú, ako boli.',
        other: '# požiadaviek je, ako bolo.',
      }),
    notUndone: (count) =>
      plural(count, { one: '# sa nedala vrátiť.', few: '# sa nedali vrátiť.', other: '# sa nedalo vrátiť.' }),
  },
}
