import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const commands: Texts['commands'] = {
  title: 'Suchen oder springen…',
  placeholder: 'Nummer, Kunde, Produkt, Ort oder Aktion',
  keys: 'Tastenkürzel',
  language: 'Sprache',
  search: 'Suchen',
  newOf: (type: string) => `Neu: ${type}`,
  goTo: (place: string) => `Gehe zu: ${place}`,
  looking: 'Anliegen werden gesucht…',
  found: (count: number) => plural(count, { one: '# Ergebnis', other: '# Ergebnisse' }),
  nothing: (text: string) => `Zu „${text}“ gibt es nichts.`,
  choose: 'wählen',
  open: 'öffnen',
  close: 'schließen',
  here: 'Auf dieser Seite',
  everywhere: 'Überall',
  singleKeys: 'Kürzel aus einzelnen Zeichen',
  singleKeysHelp:
    'Schalten Sie sie aus, wenn Sie diktieren oder Tasten versehentlich drücken. Kürzel mit Strg bleiben.',
  groups: {
    recent: 'Zuletzt geöffnet',
    actions: 'Aktionen',
    places: 'Gehe zu',
    desk: 'Für Sie',
    issues: 'Anliegen',
  },
}
