import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const deliveries = {
  title: 'Deliveries',
  about:
    'Every e-mail, text message and call of a webhook that left or should leave. What needs you stands first.',
  issue: 'Issue number',
  state: 'State',
  channel: 'Sent by',
  any: 'Any',
  attention: 'Needs attention',
  states: { pending: 'Waiting', sent: 'Sent', failed: 'Failed', dead: 'Given up' },
  statesAbout: {
    pending: 'It leaves by itself; after a failure it is tried again.',
    sent: 'It left. What came back later is told below.',
    failed: 'It cannot be sent as it is, for example because the address is wrong.',
    dead: 'All attempts were made, over several days. It is not tried again by itself.',
  },
  channels: { email: 'E-mail', sms: 'Text message', webhook: 'Webhook' },
  none: 'Nothing has been sent yet. Messages leave by business rules, or when somebody writes to a customer.',
  noneFound: 'Nothing is found with these filters.',
  well: 'Nothing failed. Everything left or is on its way.',
  attempts: (count: number) => plural(count, { one: '# attempt', other: '# attempts' }),
  created: 'Made',
  sentAt: 'Sent',
  next: 'Next attempt',
  error: 'Why it failed',
  language: 'Language',
  template: 'Message template',
  rule: 'Business rule',
  openRule: 'Open the rule',
  report: 'Report of the gateway',
  reports: {
    captured: 'Kept here instead of being sent',
    delivered: 'Delivered',
    undelivered: 'Not delivered',
  } as Readonly<Record<string, string>>,
  text: 'Text',
  html: 'As a mail shows it',
  masked: 'The keys of links are hidden here, so that nobody opens a page in the name of a customer.',
  captured: 'Download the kept message',
  capturedAbout: 'No mail server is set, so messages are kept here instead of being sent.',
  again: 'Send again',
  againDone: 'It is on its way again.',
  againAll: 'Send all again',
  againAllTitle: (count: number) =>
    plural(count, { one: 'Send # message again?', other: 'Send # messages again?' }),
  againAllAbout:
    'All that failed or was given up is tried again now. Customers may get messages that are no longer true; look at old ones first.',
  againAllDone: (done: number, failed: number) =>
    failed === 0 ? `On their way again: ${done}.` : `On their way again: ${done}. Not possible: ${failed}.`,
  details: 'Details',
}
export type DeliveriesTexts = typeof deliveries
