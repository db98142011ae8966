import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const work: Texts['work'] = {
  fields: {
    number: 'Číslo',
    type: 'Typ',
    step: 'Krok',
    progress: 'Priebeh',
    next: 'Kto je na ťahu',
    created: 'Založené',
    changed: 'Zmenené',
    due: 'Lehota',
    messages: 'Správy',
    attachments: 'Prílohy',
    'contact.name': 'Zákazník',
    'contact.email': 'E-mail',
    'contact.phone': 'Telefón',
    locale: 'Jazyk',
    handler: 'Rieši',
  },
  stages: {
    received: 'Prijaté',
    review: 'Posudzuje sa',
    solving: 'Rieši sa',
    decision: 'Rozhodnutie',
    done: 'Hotovo',
  },
  turns: {
    us: 'Na ťahu sme my',
    customer: 'Na ťahu je zákazník',
    partner: 'Na ťahu je partner',
  },
  deadline: {
    today: 'Dnes',
    left: (days: number) => plural(days, { one: '# deň', few: '# dni', other: '# dní' }),
    late: (days: number) =>
      plural(days, { one: '# deň po lehote', few: '# dni po lehote', other: '# dní po lehote' }),
    paused: (days: number | null) =>
      days === null ? 'Stojí' : `Stojí, ${plural(days, { one: '# deň', few: '# dni', other: '# dní' })}`,
  },
  yes: 'Áno',
  no: 'Nie',
  nobody: 'Nikto',
  notSaid: 'Neuvedené',
  choose: 'Vyberte',
  empty: 'Vyprázdniť',
  nothingFound: 'Nič sa nenašlo',
  noFiles: 'Zatiaľ tu nie sú žiadne súbory',
  currency: 'Mena',
  linkText: 'Text odkazu',
  address: {
    street: 'Ulica a číslo',
    postalCode: 'PSČ',
    city: 'Obec',
    country: 'Krajina',
  },
  undo: 'Vrátiť',
}
