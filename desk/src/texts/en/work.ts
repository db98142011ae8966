import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const work = {
  fields: {
    number: 'Number',
    type: 'Type',
    step: 'Step',
    progress: 'Progress',
    next: 'Whose turn',
    created: 'Opened',
    changed: 'Changed',
    due: 'Deadline',
    messages: 'Messages',
    attachments: 'Attachments',
    'contact.name': 'Customer',
    'contact.email': 'E-mail',
    'contact.phone': 'Phone',
    locale: 'Language',
    handler: 'Handler',
  },
  stages: {
    received: 'Received',
    review: 'In review',
    solving: 'Being solved',
    decision: 'Decision',
    done: 'Done',
  },
  turns: {
    us: 'Our turn',
    customer: 'The customer’s turn',
    partner: 'A partner’s turn',
  },
  deadline: {
    today: 'Today',
    left: (days: number) => plural(days, { one: '# day', other: '# days' }),
    late: (days: number) => plural(days, { one: '# day late', other: '# days late' }),
    paused: (days: number | null) =>
      days === null ? 'Paused' : `Paused, ${plural(days, { one: '# day', other: '# days' })}`,
  },
  yes: 'Yes',
  no: 'No',
  nobody: 'Nobody',
  notSaid: 'Not said',
  choose: 'Choose',
  empty: 'Empty',
  nothingFound: 'Nothing found',
  noFiles: 'No files here yet',
  currency: 'Currency',
  linkText: 'Text of the link',
  address: {
    street: 'Street and number',
    postalCode: 'Postal code',
    city: 'Town',
    country: 'Country',
  },
  undo: 'Undo',
}
