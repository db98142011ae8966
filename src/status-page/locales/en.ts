import type { PageLanguage } from './language.ts'

/** The first catalogue: its keys and placeholders are what every other language has to have. */
const messages = {
  skip: 'Skip to the content',
  language: 'Language',
  callUs: 'Call us {phone}',
  privacy: 'Privacy',

  formTitle: 'See where it stands',
  formLede: 'Two details, and you see what is happening now and what comes next.',
  number: 'Number from your confirmation',
  numberHint: 'It looks like {example}.',
  whereNumber: 'Where do I find the number?',
  whereNumberText:
    'In the e-mail or text message that confirmed it, and at the top of a printed confirmation.',
  confirmation: 'Confirmation',
  cantFind: 'Can’t find it? {contact}',
  email: 'E-mail',
  phone: 'Phone',
  emailOrPhone: 'E-mail or phone',
  contactHint: 'The one you gave us.',
  phoneHint: 'The one you gave us. A foreign number with its country code.',
  contactAgain: 'Please type it again: we do not keep what was typed here.',
  show: 'Show the status',
  formNote: 'We ask for both so that only you can see it. No account, no password, no tracking.',

  refusedDocument: 'Please check the details',
  refusedTitle: 'We can’t match these details',
  refusedText: 'Please check both and try again.',
  refusedNumber: 'Number: compare every letter and digit',
  refusedContact: '{label}: use the one you gave us',

  throttledDocument: 'Please try again later',
  throttledMinute: 'Please try again in about a minute',
  throttledMinutes: 'Please try again in a few minutes',
  throttledHalfHour: 'Please try again in about half an hour',
  throttledHour: 'Please try again in about an hour',
  throttledLink: 'Have you got our e-mail? Its link lets you in right away.',
  throttledText:
    'There were too many attempts, so this page is taking a break. That keeps strangers out. Nothing has happened to your request.',
  cantWait: 'Can’t wait?',
  backToForm: 'Back to the form',

  errorTitle: 'This page is not available',
  errorText:
    'The address may be incomplete, or the shop may have closed this page. Nothing has happened to your request.',
  whatYouCanDo: 'What you can do',
  errorLink: 'Open the link in the latest message from the shop once more.',
  errorTyped: 'If you typed the address, compare it with the message letter by letter.',
  errorAsk: 'Ask the shop directly. They see your request even when this page is closed.',

  unavailableTitle: 'We can’t reach the system right now',
  unavailableText: 'Please try again in a few minutes. Nothing has happened to your request.',
  tryAgain: 'Try again',

  badRequestTitle: 'We could not read what was sent',
  badRequestText: 'Something got lost on the way. Please open the form again and send it once more.',
  methodTitle: 'This address works in another way',
  methodText: 'Please open the form again and send it from there.',
  tooLargeTitle: 'That was more than this page can take',
  tooLargeText: 'Please open the form again and send it with less in it.',
  openForm: 'Open the form',

  plainTitle: '{type}: overview',
  whoseTurn: 'Whose turn',
  turnUs: 'Ours',
  turnPartner: 'Our partner’s',
  turnCustomer: 'Yours',
  nothingToDo: 'Nothing for you to do.',
  settledBy: 'Settled by',
  dueBy: 'Due by',
  deadline: 'Deadline',
  pausedSince: 'Paused since {date}',
  pausedForYou: 'Because we wait for you.',
  pausedForPartner: 'Because we wait for our partner.',
  notRunning: 'Not running yet',
  startsWith: 'It starts with the step “{step}”.',
  agreedOn: 'Agreed with you on {date}.',
  decidedOn: 'Decided on',
  settledOn: 'Settled on',
  today: 'Today',
  tomorrow: 'Tomorrow',
  daysLeft: { one: '{n} day left', other: '{n} days left' },
  daysLate: { one: '{n} day late.', other: '{n} days late.' },
  lateSorry: 'We are sorry.',
  daysAgo: { one: '{n} day ago', other: '{n} days ago' },

  progress: 'Progress',
  finished: 'Finished:',
  now: 'Now:',
  stillToCome: 'Still to come:',
  notNeededPrefix: 'Not needed:',
  notNeeded: 'not needed',
  since: 'since {date}',
  by: 'by {date}',

  whatNext: 'What happens next',
  whatYouNeedToDo: 'What you need to do',
  goodToKnow: 'Good to know',
  seeItDifferently: 'If you see it differently',
  questions: 'Questions?',
  contactBoth: 'Call us on {phone} or write to {email}.',
  contactPhone: 'Call us on {phone}.',
  contactEmail: 'Write to {email}.',

  fieldNumber: 'Number',
  fieldType: 'Kind of request',
  fieldStep: 'Status',
  fieldCreated: 'Received on',
  fieldChanged: 'Last change',
  fieldName: 'Name',
  fieldLocale: 'Language of our messages',
  fieldHandler: 'Handled by',

  details: 'Details',
  moreDetails: 'More details',
  yes: 'Yes',
  no: 'No',
  endingIn: 'ending in',

  messages: 'Messages',
  you: 'You',
  us: 'We',
  dateTime: '{date}, {time}',

  files: 'Files',
  photo: 'Photo',
  document: 'Document',
  fileFromYou: '{kind}, {size}. From you, {date}',
  fileFromShop: '{kind}, {size}. From {shop}, {date}',
  fileFromUs: '{kind}, {size}. From us, {date}',
  filesOff: 'Files can’t be downloaded here. If you need one, please ask us.',

  leave: 'Leave and check another number',
  closesByItself: 'Closes by itself after 30 minutes without use.',
  asOf: 'As of {when}.',
  onlyYou: 'Only someone with the number and your contact can open this page.',
}

type Shape = typeof messages

/** Every text of the public page in one language; `PluralForms` where the text depends on a count. */
export type Messages = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : PluralForms }

/** By the plural categories of the language; `other` is in all of them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

export const en = {
  tag: 'en',
  direction: 'ltr',
  messages,
} satisfies PageLanguage
