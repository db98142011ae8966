import type { DeliveriesTexts } from '../en/deliveries'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const deliveries: DeliveriesTexts = {
  title: 'Versand',
  about:
    'Jede E-Mail, jede SMS und jeder Aufruf eines Webhooks, die gesendet wurden oder werden sollen. Was Sie braucht, steht oben.',
  issue: 'Vorgangsnummer',
  state: 'Zustand',
  channel: 'Versandweg',
  any: 'Alle',
  attention: 'Braucht Aufmerksamkeit',
  states: { pending: 'Wartet', sent: 'Gesendet', failed: 'Fehlgeschlagen', dead: 'Aufgegeben' },
  statesAbout: {
    pending: 'Geht von selbst hinaus; nach einem Fehler wird es erneut versucht.',
    sent: 'Wurde gesendet. Was später zurückkam, steht unten.',
    failed: 'Kann so nicht gesendet werden, etwa weil die Adresse falsch ist.',
    dead: 'Alle Versuche über mehrere Tage sind gescheitert. Es wird nicht mehr von selbst versucht.',
  },
  channels: { email: 'E-Mail', sms: 'SMS', webhook: 'Webhook' },
  none: 'Es wurde noch nichts gesendet. Nachrichten gehen durch Regeln hinaus, oder wenn jemand einem Kunden schreibt.',
  noneFound: 'Zu diesen Filtern wurde nichts gefunden.',
  well: 'Nichts ist fehlgeschlagen. Alles wurde gesendet oder ist unterwegs.',
  attempts: (count) => plural(count, { one: '# Versuch', other: '# Versuche' }),
  created: 'Erstellt',
  sentAt: 'Gesendet',
  next: 'Nächster Versuch',
  error: 'Warum es fehlschlug',
  language: 'Sprache',
  template: 'Nachrichtenvorlage',
  rule: 'Regel',
  openRule: 'Regel öffnen',
  report: 'Meldung des Gateways',
  reports: {
    captured: 'Hier aufbewahrt statt gesendet',
    delivered: 'Zugestellt',
    undelivered: 'Nicht zugestellt',
  },
  text: 'Text',
  html: 'Wie ein E-Mail-Programm es zeigt',
  masked:
    'Die Schlüssel der Links sind hier verborgen, damit niemand im Namen eines Kunden eine Seite öffnet.',
  captured: 'Aufbewahrte Nachricht herunterladen',
  capturedAbout:
    'Es ist kein Mailserver eingestellt; Nachrichten werden daher hier aufbewahrt statt gesendet.',
  again: 'Erneut senden',
  againDone: 'Die Nachricht ist wieder unterwegs.',
  againAll: 'Alle erneut senden',
  againAllTitle: (count) =>
    plural(count, { one: '# Nachricht erneut senden?', other: '# Nachrichten erneut senden?' }),
  againAllAbout:
    'Alles, was fehlschlug oder aufgegeben wurde, wird jetzt erneut versucht. Kunden können Nachrichten erhalten, die nicht mehr stimmen; sehen Sie ältere zuerst an.',
  againAllDone: (done, failed) =>
    failed === 0 ? `Wieder unterwegs: ${done}.` : `Wieder unterwegs: ${done}. Nicht möglich: ${failed}.`,
  details: 'Einzelheiten',
}
