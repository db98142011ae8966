import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const notices: Texts['notices'] = {
  title: 'Hinweise',
  about: 'Was mit Ihren Anliegen geschehen ist, das Neueste zuerst.',
  bell: (unread) =>
    unread === 0
      ? 'Hinweise'
      : plural(unread, { one: 'Hinweise, # ungelesen', other: 'Hinweise, # ungelesen' }),
  says: {
    assigned: (by) => (by ? `${by} hat Ihnen das Anliegen übergeben` : 'Das Anliegen liegt jetzt bei Ihnen'),
    'customer-replied': (customer) => (customer ? `${customer} hat geantwortet` : 'Antwort vom Kunden'),
    'deadline-near': (day) => `Fällig am ${day}`,
    'deadline-passed': (day) => `War fällig am ${day}`,
  },
  unread: 'Ungelesen',
  read: 'Gelesen',
  all: 'Alle Hinweise',
  unreadOnly: 'Nur ungelesene',
  markAll: 'Alle als gelesen markieren',
  markRead: 'Als gelesen markieren',
  none: 'Mit Ihren Anliegen ist noch nichts geschehen. Hier erfahren Sie, was andere und Kunden tun.',
  noneUnread: 'Sie haben alles gelesen.',
  settings: 'Worüber Sie informiert werden',
  settingsAbout:
    'Hier sofort; per E-Mail nach zehn Minuten, ein Brief für jedes Anliegen, und nur, was Sie noch nicht gelesen haben. Die Regeln Ihres Geschäfts können weitere E-Mails senden.',
  what: 'Was geschehen ist',
  inDesk: 'Hier',
  byMail: 'Per E-Mail',
  kinds: {
    assigned: 'Jemand übergibt Ihnen ein Anliegen',
    'customer-replied': 'Der Kunde antwortet oder sendet eine Datei',
    'deadline-near': 'Ihr Anliegen ist innerhalb von zwei Tagen fällig',
    'deadline-passed': 'Ihr Anliegen ist überfällig',
  },
  lost: 'Keine Verbindung, neuer Versuch läuft',
  lostAbout: 'Der Server antwortet nicht. Was Sie sehen, kann veraltet sein.',
  alsoHere: 'Auch hier',
  moreHere: (count) => plural(count, { one: '# weitere Person', other: '# weitere Personen' }),
  looking: (name) => `${name} sieht sich das Anliegen auch an`,
  writing: (names, count) => `${names} ${count > 1 ? 'schreiben' : 'schreibt'}`,
}
