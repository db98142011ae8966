import type { CalendarsTexts } from '../en/calendars'

export const calendars: CalendarsTexts = {
  title: 'Kalendáre',
  about: 'Ktoré dni sa pracuje. Podľa nich sa počítajú lehoty v pracovných dňoch.',
  newCalendar: 'Nový kalendár',
  name: 'Názov',
  key: 'Kľúč',
  origin: 'Pôvod',
  shipped: 'Dodaný s produktom',
  own: 'Vlastný',
  basics: 'Základ',
  base: 'Voľné dni podľa',
  baseHelp: 'Známe pre každý rok, aj pohyblivé sviatky.',
  weekend: 'Voľné dni v týždni',
  added: 'Vlastné dni',
  addedHelp: 'Voľné dni navyše, napríklad inventúra.',
  date: 'Dátum',
  addDay: 'Pridať deň',
  removed: 'Sviatky, keď pracujete',
  removedHelp: 'Dátumy ako 2026-11-17; pridáte ich klávesom Enter.',
  thisYear: 'Tohtoročné voľné dni',
  thisYearHelp: 'Podľa uloženého stavu, okrem víkendov. Raz ročne skontrolujte: zákony sa menia.',
  noDays: 'Žiadne okrem víkendov.',
  deleteTitle: 'Zmazať tento kalendár',
  deleteAbout:
    'Kalendár, podľa ktorého počíta pravidlo lehôt, zmazať nemožno. Kalendár krajiny sa vráti do pôvodnej podoby.',
  countries: { CZ: 'Česko', SK: 'Slovensko', PL: 'Poľsko' },
}
