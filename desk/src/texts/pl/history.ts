import type { HistoryTexts } from '../en/history'

import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const history: HistoryTexts = {
  title: 'Historia',
  about: 'Jak konfiguracja stała się taka, jaka jest. Każdą zmianę można obejrzeć i cofnąć.',
  kind: 'Co',
  anything: 'Wszystko',
  only: (name) => `Tylko ${name}`,
  clear: 'Pokaż wszystko',
  none: 'Nic tu jeszcze nie zmieniono.',
  look: 'Obejrzyj zmianę',
  changes: 'Co się zmieniło',
  noChanges: 'Nic się nie różni.',
  before: 'Przedtem',
  after: 'Potem',
  member: 'Co',
  nothing: 'nic',
  restored: 'Ta zmiana przywróciła wcześniejszy stan.',
  undo: 'Przywróć stan sprzed zmiany',
  redo: 'Przywróć stan po tej zmianie',
  undoTitle: 'Przywrócić stan sprzed tej zmiany?',
  redoTitle: 'Przywrócić stan po tej zmianie?',
  restoreAbout:
    'Późniejsze zmiany zostaną zastąpione. Klienci i pracownicy zobaczą to od razu. To zmiana jak każda inna i też można ją cofnąć.',
  wasNew: 'Przed tą zmianą to nie istniało; usunąć można to tam, gdzie się to edytuje.',
  wasDeleted: 'Ta zmiana to usunęła. Przywrócenie utworzy to ponownie pod tym samym kluczem.',
  done: 'Przywrócono.',
  notes: 'To nie wróciło',
  stands: 'Na przeszkodzie stoi:',
  now: 'Edytuj',
  kinds: {
    'issue-type:': 'Rodzaje zgłoszeń',
    'field:': 'Pola',
    'message-template:': 'Szablony wiadomości',
    'business-rule:': 'Reguły',
    'calendar:': 'Kalendarze',
    'webhook:': 'Webhooki',
    company: 'Firma',
  },
  unchanged: 'Bez zmian, wierszy: $',
  notSame: 'Oba teksty obok siebie',
  between: ': ',
  transfer: {
    title: 'Eksport i import',
    about: 'Cała konfiguracja w jednym pliku: do zachowania lub przeniesienia do innej instalacji.',
    export: 'Eksport',
    exportAbout:
      'Rodzaje zgłoszeń, etapy, pola, strony, szablony, reguły, kalendarze i firma. Bez użytkowników, tokenów, sekretów i zgłoszeń.',
    download: 'Pobierz plik',
    import: 'Import',
    importAbout:
      'Najpierw zobaczysz, co powstanie lub się zmieni; nic się nie stanie bez potwierdzenia. Czego plik nie wymienia, zostaje.',
    choose: 'Wybierz plik',
    notJson: 'Plik nie zawiera konfiguracji: to nie jest JSON.',
    cannot: 'Pliku nie można zaimportować',
    nothing: 'Wszystko już tu jest, dokładnie jak w pliku. Nic się nie zmieni.',
    doImport: 'Importuj',
    questionAbout:
      'Stanie się wszystko albo nic. Klienci i współpracownicy zobaczą to od razu; historia może przywrócić każdą część.',
    done: 'Zaimportowano.',
    does: { create: 'Powstanie', change: 'Zmieni się', keep: 'Zostanie' },
    found: (count: number) =>
      plural(count, {
        one: 'Zmieni się # rzecz',
        few: 'Zmienią się # rzeczy',
        many: 'Zmieni się # rzeczy',
        other: 'Zmieni się # rzeczy',
      }),
    question: (name: string) => `Zaimportować ${name}?`,
  },
}
