import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const notices: Texts['notices'] = {
  title: 'Upozornenia',
  about: 'Čo sa stalo s vašimi požiadavkami, najnovšie prvé.',
  bell: (unread) =>
    unread === 0
      ? 'Upozornenia'
      : plural(unread, {
          one: 'Upozornenia, # neprečítané',
          few: 'Upozornenia, # neprečítané',
          other: 'Upozornenia, # neprečítaných',
        }),
  says: {
    assigned: (by) => (by ? `${by} vám odovzdáva požiadavku` : 'Požiadavka je teraz vaša'),
    'customer-replied': (customer) => (customer ? `Odpoveď zákazníka: ${customer}` : 'Odpoveď zákazníka'),
    'deadline-near': (day) => `Lehota končí: ${day}`,
    'deadline-passed': (day) => `Lehota uplynula: ${day}`,
  },
  unread: 'Neprečítané',
  read: 'Prečítané',
  all: 'Všetky upozornenia',
  unreadOnly: 'Iba neprečítané',
  markAll: 'Označiť všetko ako prečítané',
  markRead: 'Označiť ako prečítané',
  none: 'S vašimi požiadavkami sa zatiaľ nič nestalo. Tu sa dozviete, čo robia kolegovia a zákazníci.',
  noneUnread: 'Všetko máte prečítané.',
  settings: 'Na čo vás upozorniť',
  settingsAbout:
    'V systéme hneď; e-mailom po desiatich minútach, jedným listom ku každej požiadavke, a iba to, čo ste ešte nečítali. Pravidlá vášho obchodu môžu posielať ďalšie e-maily.',
  what: 'Čo sa stalo',
  inDesk: 'V systéme',
  byMail: 'E-mailom',
  kinds: {
    assigned: 'Niekto vám odovzdá požiadavku',
    'customer-replied': 'Zákazník odpovie alebo pošle súbor',
    'deadline-near': 'Vašej požiadavke končí lehota do dvoch dní',
    'deadline-passed': 'Vaša požiadavka je po lehote',
  },
  lost: 'Bez spojenia, skúšam znova',
  lostAbout: 'Server neodpovedá. To, čo vidíte, môže byť zastarané.',
  alsoHere: 'Aj tu',
  moreHere: (count) =>
    plural(count, { one: '# ďalší človek', few: '# ďalší ľudia', other: '# ďalších ľudí' }),
  looking: (name) => `${name} si požiadavku tiež prezerá`,
  writing: (names, count) => `${names} ${count > 1 ? 'píšu' : 'píše'}`,
}
