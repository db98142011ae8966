import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const home = {
  title: 'Start',
  hello: (name: string) => `Good day, ${name}`,
  attention: 'Needs attention',
  well: 'All is well. Nothing needs you.',
  setUp: 'First steps',
  setUpAbout: 'What makes a new installation ready for customers. Each ticks itself once it is done.',
  done: 'done',
  open: 'still to do',
  company: 'Say who you are: name and contact of your company',
  mail: 'Connect a mail server, so that messages leave',
  live: 'Switch the first status page on',
  people: 'Invite the people who work with you',
  link: 'Send a customer the first message',
  failed: (count: number) =>
    plural(count, { one: '# message could not be sent.', other: '# messages could not be sent.' }),
  rules: (count: number) =>
    plural(count, {
      one: '# business rule cannot do all that it says.',
      other: '# business rules cannot do all that they say.',
    }),
  webhooks: (count: number) =>
    plural(count, { one: '# webhook needs attention.', other: '# webhooks need attention.' }),
  off: (name: string) => `The status page of ${name} is off; customers see an error page.`,
  captured: 'Mail is kept here instead of being sent: no mail server is set.',
  lag: 'Work waits longer than it should. Is the program overloaded?',
  sms: 'The daily limit of text messages is nearly or all used.',
  jobs: (count: number) => plural(count, { one: '# job is running.', other: '# jobs are running.' }),
  missing: (count: number) =>
    plural(count, {
      one: '# text is missing in a language.',
      other: '# texts are missing in some language.',
    }),
  today: {
    mine: {
      late: 'Mine, late',
      soon: 'Mine, due in 2 days',
      turn: 'Mine, our turn',
      awaited: 'Mine, customer waits for an answer',
      unassigned: 'Nobody handles these',
    },
    all: {
      late: 'Late',
      soon: 'Due in 2 days',
      turn: 'Our turn',
      awaited: 'Customer waits for an answer',
      unassigned: 'Nobody handles these',
    },
    none: 'Nothing here.',
    nothing: 'Nothing waits for you today.',
    nothingAtAll: 'Nothing is open.',
    seeAll: (count: string) => `Show all ${count}`,
  },
}
export type HomeTexts = typeof home
