import type { CalendarsTexts } from '../en/calendars'

export const calendars: CalendarsTexts = {
  title: 'Kalendarze',
  about: 'W które dni się pracuje. Według nich liczy się terminy w dniach roboczych.',
  newCalendar: 'Nowy kalendarz',
  name: 'Nazwa',
  key: 'Klucz',
  origin: 'Pochodzenie',
  shipped: 'Dostarczony z produktem',
  own: 'Własny',
  basics: 'Podstawy',
  base: 'Dni wolne według',
  baseHelp: 'Znane na każdy rok, także święta ruchome.',
  weekend: 'Dni tygodnia wolne od pracy',
  added: 'Własne dni',
  addedHelp: 'Dodatkowe dni wolne, na przykład inwentaryzacja.',
  date: 'Data',
  addDay: 'Dodaj dzień',
  removed: 'Święta, w które pracujecie',
  removedHelp: 'Daty jak 2026-11-17; dodasz je klawiszem Enter.',
  thisYear: 'Dni wolne w tym roku',
  thisYearHelp: 'Według zapisanego stanu, oprócz weekendów. Sprawdzaj raz w roku: prawo się zmienia.',
  noDays: 'Żadnych oprócz weekendów.',
  deleteTitle: 'Usuń ten kalendarz',
  deleteAbout:
    'Kalendarza używanego przez regułę terminów nie da się usunąć. Kalendarz kraju wraca do pierwotnej postaci.',
  countries: { CZ: 'Czechy', SK: 'Słowacja', PL: 'Polska' },
}
