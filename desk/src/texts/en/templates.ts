import { pluralIn } from '../plural'

const plural = pluralIn('en')

const variables: Readonly<Record<string, string>> = {}
const filters: Readonly<Record<string, string>> = {}
const members: Readonly<Record<string, string>> = { name: 'Name', subject: 'Subject', body: 'Text' }

export const templates = {
  title: 'Message templates',
  about:
    'The mails and text messages that customers and colleagues get. Rules send them by themselves, people send them by hand.',
  create: 'New template',
  empty: 'There is no template yet. Write the first one, and let a rule send it.',
  channel: 'Sent as',
  channels: { email: 'E-mail', sms: 'Text message' },
  languages: 'Languages',
  missingIn: (languages: string) => `without ${languages}`,
  missingAbout: (languages: string) =>
    `Not written yet: ${languages}. Customers of these languages get the message in the default language.`,
  usedBy: 'Sent by rules',
  usedByNone: 'No rule sends it. Handlers can still send it by hand.',
  rules: (count: number) => plural(count, { one: '# rule', other: '# rules' }),
  ruleOff: 'switched off',
  newTitle: 'New template',
  nameHelp: 'Only colleagues see it.',
  keyHelp: 'Small letters, digits and dashes. It stays for good: rules and programs use it.',
  startFrom: 'Begin with a copy of',
  startEmpty: 'An empty template',
  firstSubject: '{{ issue_type }} {{ issue_number }}',
  firstBody: '{{ issue_status_url }}',
  deleteTitle: 'Delete this template?',
  deleteAbout:
    'It is gone for good; messages that were sent stay. A template that a rule still sends cannot be deleted: change that rule first.',
  members,
  writing: 'The message',
  writingAbout: (channel: string) =>
    `${channel}. What stands in double braces is filled in when the message is sent; look at the preview to see how.`,
  subjectHelp: 'One line.',
  bodyHelp:
    'Plain text. A blank line begins a paragraph, “- ” an item of a list, “# ” a heading. {{ issue_status_url }} alone on a line becomes a button.',
  smsHelp: 'Short is kind, and cheap: each part is paid for.',
  insertVariable: 'Insert a variable',
  findVariable: 'Search by name or meaning',
  noVariable: 'No variable is called so.',
  variables,
  filters,
  size: 'How long it is',
  segments: (count: number) => plural(count, { one: '# part', other: '# parts' }),
  characters: (count: number) => plural(count, { one: '# character', other: '# characters' }),
  unusual: (letters: string) => `These characters make it longer, as fewer fit into a part: ${letters}`,
  preview: 'Preview',
  previewAbout: 'Exactly what would leave, from what stands beside, saved or not. Nothing is sent.',
  sampleOf: 'Made-up issue of the type',
  realIssue: 'Or a real issue',
  realIssueExample: 'its number',
  audience: 'Reader',
  audiences: { customer: 'Customer', staff: 'Colleague' },
  look: 'How it is shown',
  looks: { desktop: 'Computer', phone: 'Phone', text: 'Plain text' },
  pageIsOff: (type: string) =>
    `The status page of “${type}” is switched off. The link in this message leads nowhere until it is on.`,
  cannotBeShown: 'The message cannot be made like this',
  warnings: 'Worth a look',
  testSend: 'Test send',
  testSendAbout: 'As it is written now, saved or not. Its links lead nowhere private.',
  testAddress: 'E-mail',
  testPhone: 'Phone number',
  testAction: 'Send a test',
  testCaptured:
    'It was captured: no mail server is set up, so nothing leaves. Operators find it in the data folder.',
  testSent: (to: string) => `On its way to ${to}.`,
}
export type TemplatesTexts = typeof templates
