import type { HistoryTexts } from '../en/history'

import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const history: HistoryTexts = {
  title: 'Verlauf',
  about:
    'Wie die Konfiguration zu dem wurde, was sie ist. Jede Änderung kann angesehen und zurückgenommen werden.',
  kind: 'Was',
  anything: 'Alles',
  only: (name) => `Nur ${name}`,
  clear: 'Alles zeigen',
  none: 'Hier wurde noch nichts geändert.',
  look: 'Änderung ansehen',
  changes: 'Was sich geändert hat',
  noChanges: 'Es gibt keine Unterschiede.',
  before: 'Vorher',
  after: 'Nachher',
  member: 'Was',
  nothing: 'nichts',
  restored: 'Diese Änderung hat einen früheren Stand wiederhergestellt.',
  undo: 'Stand vor der Änderung wiederherstellen',
  redo: 'Stand nach dieser Änderung wiederherstellen',
  undoTitle: 'Den Stand vor dieser Änderung wiederherstellen?',
  redoTitle: 'Den Stand nach dieser Änderung wiederherstellen?',
  restoreAbout:
    'Was später geändert wurde, wird ersetzt. Kunden und Bearbeiter sehen es sofort. Es ist eine Änderung wie jede andere und kann ebenfalls zurückgenommen werden.',
  wasNew: 'Vor dieser Änderung gab es das nicht; gelöscht wird es dort, wo es bearbeitet wird.',
  wasDeleted: 'Diese Änderung hat es gelöscht. Beim Wiederherstellen entsteht es unter seinem Schlüssel neu.',
  done: 'Der Stand ist wiederhergestellt.',
  notes: 'Das kam nicht zurück',
  stands: 'Das steht im Weg:',
  now: 'Bearbeiten',
  kinds: {
    'issue-type:': 'Vorgangsarten',
    'field:': 'Felder',
    'message-template:': 'Nachrichtenvorlagen',
    'business-rule:': 'Regeln',
    'calendar:': 'Kalender',
    'webhook:': 'Webhooks',
    company: 'Unternehmen',
  },
  unchanged: 'Unveränderte Zeilen: $',
  notSame: 'Beide Texte nebeneinander',
  between: ': ',
  transfer: {
    title: 'Export und Import',
    about: 'Die ganze Konfiguration in einer Datei: zum Aufheben oder für eine andere Installation.',
    export: 'Export',
    exportAbout:
      'Vorgangsarten, Schritte, Felder, Seiten, Vorlagen, Regeln, Kalender und die Firma. Keine Benutzer, Token, Geheimnisse oder Vorgänge.',
    download: 'Datei herunterladen',
    import: 'Import',
    importAbout:
      'Zuerst sehen Sie, was entstünde oder sich änderte; nichts geschieht, bevor Sie zustimmen. Was die Datei nicht nennt, bleibt.',
    choose: 'Datei wählen',
    notJson: 'Diese Datei enthält keine Konfiguration: Sie ist kein JSON.',
    cannot: 'Die Datei lässt sich nicht importieren',
    nothing: 'Alles ist schon so da, wie die Datei sagt. Nichts würde sich ändern.',
    doImport: 'Importieren',
    questionAbout:
      'Alles geschieht, oder nichts. Kunden und Kollegen sehen es sofort; der Verlauf kann jeden Teil zurückholen.',
    done: 'Importiert.',
    does: { create: 'Entsteht', change: 'Ändert sich', keep: 'Bleibt' },
    found: (count: number) =>
      plural(count, { one: '# Sache würde sich ändern', other: '# Sachen würden sich ändern' }),
    question: (name: string) => `${name} importieren?`,
  },
}
