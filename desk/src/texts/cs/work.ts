import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const work: Texts['work'] = {
  fields: {
    number: 'Číslo',
    type: 'Typ',
    step: 'Krok',
    progress: 'Průběh',
    next: 'Kdo je na tahu',
    created: 'Založeno',
    changed: 'Změněno',
    due: 'Lhůta',
    messages: 'Zprávy',
    attachments: 'Přílohy',
    'contact.name': 'Zákazník',
    'contact.email': 'E-mail',
    'contact.phone': 'Telefon',
    locale: 'Jazyk',
    handler: 'Řeší',
  },
  stages: {
    received: 'Přijato',
    review: 'Posuzuje se',
    solving: 'Řeší se',
    decision: 'Rozhodnutí',
    done: 'Hotovo',
  },
  turns: {
    us: 'Na tahu jsme my',
    customer: 'Na tahu je zákazník',
    partner: 'Na tahu je partner',
  },
  deadline: {
    today: 'Dnes',
    left: (days: number) => plural(days, { one: '# den', few: '# dny', other: '# dní' }),
    late: (days: number) =>
      plural(days, { one: '# den po lhůtě', few: '# dny po lhůtě', other: '# dní po lhůtě' }),
    paused: (days: number | null) =>
      days === null ? 'Stojí' : `Stojí, ${plural(days, { one: '# den', few: '# dny', other: '# dní' })}`,
  },
  yes: 'Ano',
  no: 'Ne',
  nobody: 'Nikdo',
  notSaid: 'Neuvedeno',
  choose: 'Vyberte',
  empty: 'Vyprázdnit',
  nothingFound: 'Nic nenalezeno',
  noFiles: 'Zatím tu nejsou žádné soubory',
  currency: 'Měna',
  linkText: 'Text odkazu',
  address: {
    street: 'Ulice a číslo',
    postalCode: 'PSČ',
    city: 'Obec',
    country: 'Země',
  },
  undo: 'Vrátit',
}
