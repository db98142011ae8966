import type { HomeTexts } from '../en/home'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const home: HomeTexts = {
  title: 'Start',
  hello: (name) => `Dzień dobry, ${name}`,
  attention: 'Wymaga uwagi',
  well: 'Wszystko w porządku. Nic na Państwa nie czeka.',
  setUp: 'Pierwsze kroki',
  setUpAbout: 'Co przygotuje nową instalację dla klientów. Zrobione odhacza się samo.',
  done: 'zrobione',
  open: 'do zrobienia',
  company: 'Podaj, kim jesteście: nazwę i kontakt firmy',
  mail: 'Podłącz serwer poczty, aby wiadomości wychodziły',
  live: 'Włącz pierwszą stronę statusu',
  people: 'Zaproś osoby, które z Państwem pracują',
  link: 'Wyślij klientowi pierwszą wiadomość',
  failed: (count) =>
    plural(count, {
      one: 'Nie udało się wysłać # wiadomości.',
      few: 'Nie udało się wysłać # wiadomości.',
      many: 'Nie udało się wysłać # wiadomości.',
      other: 'Nie udało się wysłać # wiadomości.',
    }),
  rules: (count) =>
    plural(count, {
      one: '# reguła nie może robić wszystkiego, co powinna.',
      few: '# reguły nie mogą robić wszystkiego, co powinny.',
      many: '# reguł nie może robić wszystkiego, co powinno.',
      other: '# reguły nie może robić wszystkiego, co powinna.',
    }),
  webhooks: (count) =>
    plural(count, {
      one: '# webhook wymaga uwagi.',
      few: '# webhooki wymagają uwagi.',
      many: '# webhooków wymaga uwagi.',
      other: '# webhooka wymaga uwagi.',
    }),
  off: (name) => `Strona statusu rodzaju ${name} jest wyłączona; klienci widzą stronę błędu.`,
  captured: 'Wiadomości są zachowywane tutaj, a nie wysyłane: nie ustawiono serwera poczty.',
  lag: 'Praca czeka dłużej, niż powinna. Czy program nie jest przeciążony?',
  sms: 'Dzienny limit SMS jest prawie lub całkiem wyczerpany.',
  jobs: (count) =>
    plural(count, {
      one: 'Trwa # zadanie.',
      few: 'Trwają # zadania.',
      many: 'Trwa # zadań.',
      other: 'Trwa # zadania.',
    }),
  missing: (count) =>
    plural(count, {
      one: 'W którymś języku brakuje # tekstu.',
      few: 'W którymś języku brakuje # tekstów.',
      many: 'W którymś języku brakuje # tekstów.',
      other: 'W którymś języku brakuje # tekstu.',
    }),
  today: {
    mine: {
      late: 'Moje po terminie',
      soon: 'Moje z terminem w ciągu 2 dni',
      turn: 'Moje, nasz ruch',
      awaited: 'Moje, klient czeka na odpowiedź',
      unassigned: 'Bez prowadzącego',
    },
    all: {
      late: 'Po terminie',
      soon: 'Termin w ciągu 2 dni',
      turn: 'Nasz ruch',
      awaited: 'Klient czeka na odpowiedź',
      unassigned: 'Bez prowadzącego',
    },
    none: 'Nic tu nie ma.',
    nothing: 'Dziś nic na Ciebie nie czeka.',
    nothingAtAll: 'Nic nie jest otwarte.',
    seeAll: (count: string) => `Pokaż wszystkie (${count})`,
  },
}
