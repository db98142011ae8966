import type { HomeTexts } from '../en/home'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const home: HomeTexts = {
  title: 'Start',
  hello: (name) => `Guten Tag, ${name}`,
  attention: 'Braucht Aufmerksamkeit',
  well: 'Alles in Ordnung. Nichts wartet auf Sie.',
  setUp: 'Erste Schritte',
  setUpAbout: 'Was eine neue Installation für Kunden bereit macht. Erledigtes hakt sich von selbst ab.',
  done: 'erledigt',
  open: 'noch zu tun',
  company: 'Sagen Sie, wer Sie sind: Name und Kontakt Ihres Unternehmens',
  mail: 'Verbinden Sie einen Mailserver, damit Nachrichten hinausgehen',
  live: 'Schalten Sie die erste Statusseite ein',
  people: 'Laden Sie die Menschen ein, die mit Ihnen arbeiten',
  link: 'Senden Sie einem Kunden die erste Nachricht',
  failed: (count) =>
    plural(count, {
      one: '# Nachricht konnte nicht gesendet werden.',
      other: '# Nachrichten konnten nicht gesendet werden.',
    }),
  rules: (count) =>
    plural(count, {
      one: '# Regel kann nicht alles tun, was sie soll.',
      other: '# Regeln können nicht alles tun, was sie sollen.',
    }),
  webhooks: (count) =>
    plural(count, { one: '# Webhook braucht Aufmerksamkeit.', other: '# Webhooks brauchen Aufmerksamkeit.' }),
  off: (name) => `Die Statusseite von ${name} ist aus; Kunden sehen eine Fehlerseite.`,
  captured: 'Nachrichten werden hier aufbewahrt statt gesendet: Es ist kein Mailserver eingestellt.',
  lag: 'Arbeit wartet länger, als sie sollte. Ist das Programm überlastet?',
  sms: 'Das Tageslimit für SMS ist fast oder ganz verbraucht.',
  jobs: (count) => plural(count, { one: '# Aufgabe läuft.', other: '# Aufgaben laufen.' }),
  missing: (count) =>
    plural(count, { one: '# Text fehlt in einer Sprache.', other: '# Texte fehlen in einer Sprache.' }),
  today: {
    mine: {
      late: 'Meine, zu spät',
      soon: 'Meine, fällig in 2 Tagen',
      turn: 'Meine, wir sind am Zug',
      awaited: 'Meine, Kunde wartet auf Antwort',
      unassigned: 'Die bearbeitet niemand',
    },
    all: {
      late: 'Zu spät',
      soon: 'Fällig in 2 Tagen',
      turn: 'Wir sind am Zug',
      awaited: 'Kunde wartet auf Antwort',
      unassigned: 'Die bearbeitet niemand',
    },
    none: 'Hier ist nichts.',
    nothing: 'Heute wartet nichts auf Sie.',
    nothingAtAll: 'Nichts ist offen.',
    seeAll: (count: string) => `Alle ${count} zeigen`,
  },
}
