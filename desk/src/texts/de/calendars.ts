import type { CalendarsTexts } from '../en/calendars'

export const calendars: CalendarsTexts = {
  title: 'Kalender',
  about: 'An welchen Tagen gearbeitet wird. Fristen in Werktagen zählen danach.',
  newCalendar: 'Neuer Kalender',
  name: 'Name',
  key: 'Schlüssel',
  origin: 'Herkunft',
  shipped: 'Mitgeliefert',
  own: 'Eigener',
  basics: 'Grundlagen',
  base: 'Freie Tage von',
  baseHelp: 'Für jedes Jahr bekannt, auch bewegliche Feiertage.',
  weekend: 'Freie Wochentage',
  added: 'Eigene Tage',
  addedHelp: 'Freie Tage zusätzlich, etwa Inventur.',
  date: 'Datum',
  addDay: 'Tag hinzufügen',
  removed: 'Feiertage, an denen Sie arbeiten',
  removedHelp: 'Daten wie 2026-11-17; Enter fügt eines hinzu.',
  thisYear: 'Freie Tage dieses Jahr',
  thisYearHelp: 'Wie gespeichert, außer Wochenenden. Sehen Sie jährlich nach: Gesetze ändern sich.',
  noDays: 'Keine außer Wochenenden.',
  deleteTitle: 'Diesen Kalender löschen',
  deleteAbout:
    'Ein Kalender, nach dem eine Fristregel zählt, lässt sich nicht löschen. Der eines Landes kommt zurück, wie er war.',
  countries: { CZ: 'Tschechien', SK: 'Slowakei', PL: 'Polen' },
}
