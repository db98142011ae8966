import type { CalendarsTexts } from '../en/calendars'

export const calendars: CalendarsTexts = {
  title: 'Kalendáře',
  about: 'Které dny se pracuje. Podle nich se počítají lhůty v pracovních dnech.',
  newCalendar: 'Nový kalendář',
  name: 'Název',
  key: 'Klíč',
  origin: 'Původ',
  shipped: 'Dodaný s produktem',
  own: 'Vlastní',
  basics: 'Základ',
  base: 'Volné dny podle',
  baseHelp: 'Známé pro každý rok, i pohyblivé svátky.',
  weekend: 'Volné dny v týdnu',
  added: 'Vlastní dny',
  addedHelp: 'Volné dny navíc, třeba inventura.',
  date: 'Datum',
  addDay: 'Přidat den',
  removed: 'Svátky, kdy pracujete',
  removedHelp: 'Data jako 2026-11-17; přidáte je klávesou Enter.',
  thisYear: 'Letošní volné dny',
  thisYearHelp: 'Podle uloženého stavu, kromě víkendů. Jednou ročně zkontrolujte: zákony se mění.',
  noDays: 'Žádné kromě víkendů.',
  deleteTitle: 'Smazat tento kalendář',
  deleteAbout:
    'Kalendář, podle kterého počítá pravidlo lhůt, smazat nelze. Kalendář země se vrátí do původní podoby.',
  countries: { CZ: 'Česko', SK: 'Slovensko', PL: 'Polsko' },
}
