import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const notices: Texts['notices'] = {
  title: 'Upozornění',
  about: 'Co se stalo s vašimi požadavky, nejnovější první.',
  bell: (unread) =>
    unread === 0
      ? 'Upozornění'
      : plural(unread, {
          one: 'Upozornění, # nepřečtené',
          few: 'Upozornění, # nepřečtená',
          other: 'Upozornění, # nepřečtených',
        }),
  says: {
    assigned: (by) => (by ? `${by} vám předává požadavek` : 'Požadavek je teď váš'),
    'customer-replied': (customer) => (customer ? `Odpověď zákazníka: ${customer}` : 'Odpověď zákazníka'),
    'deadline-near': (day) => `Lhůta končí: ${day}`,
    'deadline-passed': (day) => `Lhůta uplynula: ${day}`,
  },
  unread: 'Nepřečtené',
  read: 'Přečtené',
  all: 'Všechna upozornění',
  unreadOnly: 'Jen nepřečtená',
  markAll: 'Označit vše jako přečtené',
  markRead: 'Označit jako přečtené',
  none: 'S vašimi požadavky se zatím nic nestalo. Tady se dozvíte, co dělají kolegové a zákazníci.',
  noneUnread: 'Vše máte přečtené.',
  settings: 'Na co vás upozornit',
  settingsAbout:
    'V systému hned; e-mailem po deseti minutách, jedním dopisem ke každému požadavku, a jen to, co jste ještě nečetli. Pravidla vašeho obchodu mohou posílat další e-maily.',
  what: 'Co se stalo',
  inDesk: 'V systému',
  byMail: 'E-mailem',
  kinds: {
    assigned: 'Někdo vám předá požadavek',
    'customer-replied': 'Zákazník odpoví nebo pošle soubor',
    'deadline-near': 'Vašemu požadavku končí lhůta do dvou dnů',
    'deadline-passed': 'Váš požadavek je po lhůtě',
  },
  lost: 'Bez spojení, zkouším znovu',
  lostAbout: 'Server neodpovídá. To, co vidíte, může být zastaralé.',
  alsoHere: 'Také zde',
  moreHere: (count) => plural(count, { one: '# další člověk', few: '# další lidé', other: '# dalších lidí' }),
  looking: (name) => `${name} si požadavek také prohlíží`,
  writing: (names, count) => `${names} ${count > 1 ? 'píší' : 'píše'}`,
}
