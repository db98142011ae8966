import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const notices: Texts['notices'] = {
  title: 'Powiadomienia',
  about: 'Co wydarzyło się w Państwa zgłoszeniach, od najnowszych.',
  bell: (unread) =>
    unread === 0
      ? 'Powiadomienia'
      : plural(unread, {
          one: 'Powiadomienia, # nieprzeczytane',
          few: 'Powiadomienia, # nieprzeczytane',
          other: 'Powiadomienia, # nieprzeczytanych',
        }),
  says: {
    assigned: (by) => (by ? `${by} przekazuje Państwu zgłoszenie` : 'Zgłoszenie jest teraz u Państwa'),
    'customer-replied': (customer) => (customer ? `Odpowiedź klienta: ${customer}` : 'Odpowiedź klienta'),
    'deadline-near': (day) => `Termin upływa: ${day}`,
    'deadline-passed': (day) => `Termin upłynął: ${day}`,
  },
  unread: 'Nieprzeczytane',
  read: 'Przeczytane',
  all: 'Wszystkie powiadomienia',
  unreadOnly: 'Tylko nieprzeczytane',
  markAll: 'Oznacz wszystkie jako przeczytane',
  markRead: 'Oznacz jako przeczytane',
  none: 'W Państwa zgłoszeniach nic się jeszcze nie wydarzyło. Tutaj widać, co robią współpracownicy i klienci.',
  noneUnread: 'Wszystko jest przeczytane.',
  settings: 'O czym powiadamiać',
  settingsAbout:
    'W systemie od razu; e-mailem po dziesięciu minutach, jednym listem na zgłoszenie, i tylko o tym, co nie zostało przeczytane. Reguły sklepu mogą wysyłać własne e-maile.',
  what: 'Co się wydarzyło',
  inDesk: 'W systemie',
  byMail: 'E-mailem',
  kinds: {
    assigned: 'Ktoś przekazuje Państwu zgłoszenie',
    'customer-replied': 'Klient odpowiada lub przesyła plik',
    'deadline-near': 'Termin zgłoszenia upływa w ciągu dwóch dni',
    'deadline-passed': 'Zgłoszenie jest po terminie',
  },
  lost: 'Brak połączenia, ponawiam próbę',
  lostAbout: 'Serwer nie odpowiada. Widoczne dane mogą być nieaktualne.',
  alsoHere: 'Także tutaj',
  moreHere: (count) =>
    plural(count, { one: '# kolejna osoba', few: '# kolejne osoby', other: '# kolejnych osób' }),
  looking: (name) => `${name} również przegląda to zgłoszenie`,
  writing: (names, count) => `${names} ${count > 1 ? 'piszą' : 'pisze'}`,
}
