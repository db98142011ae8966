import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const board: Texts['board'] = {
  title: 'Tafel',
  noTypes: 'Es gibt noch keine Anliegenarten.',
  anybody: 'Alle',
  mine: 'Meine',
  me: (name: string) => `${name} (ich)`,
  noName: 'Ohne Namen',
  age: (days: number) => (days < 1 ? 'heute' : plural(days, { one: '# Tag alt', other: '# Tage alt' })),
  empty: 'Hier ist nichts.',
  inList: (step: string, count: string) => `${step}: ${count}, als Liste zeigen`,
  fold: (step: string) => `${step} einklappen`,
  unfold: (step: string) => `${step} ausklappen`,
  actions: (number: string) => `Aktionen für ${number}`,
  moveTo: 'Verschieben nach',
  noMove: 'Auf diesen Schritt folgt keiner.',
  needs: (count: number) => plural(count, { one: '# Feld fehlt', other: '# Felder fehlen' }),
  assign: 'Zuweisen …',
  assignTitle: (number: string) => `Wer bearbeitet ${number}?`,
  nobodyFound: 'So heißt niemand.',
  moved: (number: string, step: string) => `${number} steht jetzt in „${step}“.`,
  undone: (number: string, step: string) => `${number} steht wieder in „${step}“.`,
  assigned: (number: string, name: string | null) =>
    name === null ? `${number} bearbeitet jetzt niemand.` : `${number} bearbeitet jetzt ${name}.`,
  refused: (from: string) => `Von „${from}“ führt kein Weg hierher.`,
  refusedDrop: (number: string, from: string, to: string) =>
    `${number} bleibt, wo es ist: Von „${from}“ führt kein Weg nach „${to}“.`,
  needsTitle: (step: string) => `„${step}“ braucht noch etwas`,
  needsAbout: (number: string) => `${number} kann dorthin, sobald dies bekannt ist:`,
  toIssue: 'Anliegen öffnen',
  moveOn: 'Verschieben',
  filesThere: 'Hängen Sie die Datei beim Anliegen an und verschieben Sie es dann.',
  dragHelp:
    'Mit der Leertaste nehmen Sie die Karte auf, mit den Pfeiltasten links und rechts wählen Sie einen Schritt, mit der Leertaste legen Sie sie ab, mit Escape bleibt sie, wo sie war.',
  lifted: (number: string) => `${number} aufgenommen.`,
  isOver: (number: string, step: string) => `${number} ist über ${step}.`,
  dropped: (number: string, step: string) => `${number} in ${step} abgelegt.`,
  putBack: (number: string) => `${number} ist wieder an seinem Platz.`,
  keys: {
    down: 'Nächste Karte',
    up: 'Vorige Karte',
    left: 'Spalte links',
    right: 'Spalte rechts',
    open: 'Anliegen öffnen',
    move: 'In einen anderen Schritt verschieben',
    assign: 'Zuweisen',
    undo: 'Letztes Verschieben zurücknehmen',
  },
}
