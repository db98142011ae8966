import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const work: Texts['work'] = {
  fields: {
    number: 'Nummer',
    type: 'Art',
    step: 'Schritt',
    progress: 'Verlauf',
    next: 'Wer ist am Zug',
    created: 'Angelegt',
    changed: 'Geändert',
    due: 'Frist',
    messages: 'Nachrichten',
    attachments: 'Anhänge',
    'contact.name': 'Kundin oder Kunde',
    'contact.email': 'E-Mail',
    'contact.phone': 'Telefon',
    locale: 'Sprache',
    handler: 'Bearbeitet von',
  },
  stages: {
    received: 'Eingegangen',
    review: 'In Prüfung',
    solving: 'In Bearbeitung',
    decision: 'Entscheidung',
    done: 'Erledigt',
  },
  turns: {
    us: 'Wir sind am Zug',
    customer: 'Die Kundschaft ist am Zug',
    partner: 'Ein Partner ist am Zug',
  },
  deadline: {
    today: 'Heute',
    left: (days: number) => plural(days, { one: '# Tag', other: '# Tage' }),
    late: (days: number) => plural(days, { one: '# Tag zu spät', other: '# Tage zu spät' }),
    paused: (days: number | null) =>
      days === null ? 'Ruht' : `Ruht, ${plural(days, { one: '# Tag', other: '# Tage' })}`,
  },
  yes: 'Ja',
  no: 'Nein',
  nobody: 'Niemand',
  notSaid: 'Keine Angabe',
  choose: 'Wählen',
  empty: 'Leeren',
  nothingFound: 'Nichts gefunden',
  noFiles: 'Noch keine Dateien',
  currency: 'Währung',
  linkText: 'Text des Links',
  address: {
    street: 'Straße und Hausnummer',
    postalCode: 'PLZ',
    city: 'Ort',
    country: 'Land',
  },
  undo: 'Rückgängig',
}
