import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const work: Texts['work'] = {
  fields: {
    number: 'Numer',
    type: 'Rodzaj',
    step: 'Etap',
    progress: 'Przebieg',
    next: 'Czyj ruch',
    created: 'Założono',
    changed: 'Zmieniono',
    due: 'Termin',
    messages: 'Wiadomości',
    attachments: 'Załączniki',
    'contact.name': 'Klient',
    'contact.email': 'E-mail',
    'contact.phone': 'Telefon',
    locale: 'Język',
    handler: 'Prowadzi',
  },
  stages: {
    received: 'Przyjęte',
    review: 'W ocenie',
    solving: 'W trakcie',
    decision: 'Decyzja',
    done: 'Zakończone',
  },
  turns: {
    us: 'Nasz ruch',
    customer: 'Ruch klienta',
    partner: 'Ruch partnera',
  },
  deadline: {
    today: 'Dziś',
    left: (days: number) => plural(days, { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' }),
    late: (days: number) =>
      plural(days, {
        one: '# dzień po terminie',
        few: '# dni po terminie',
        many: '# dni po terminie',
        other: '# dnia po terminie',
      }),
    paused: (days: number | null) =>
      days === null
        ? 'Wstrzymany'
        : `Wstrzymany, ${plural(days, { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' })}`,
  },
  yes: 'Tak',
  no: 'Nie',
  nobody: 'Nikt',
  notSaid: 'Nie podano',
  choose: 'Wybierz',
  empty: 'Wyczyść',
  nothingFound: 'Nic nie znaleziono',
  noFiles: 'Nie ma jeszcze plików',
  currency: 'Waluta',
  linkText: 'Tekst linku',
  address: {
    street: 'Ulica i numer',
    postalCode: 'Kod pocztowy',
    city: 'Miejscowość',
    country: 'Kraj',
  },
  undo: 'Cofnij',
}
