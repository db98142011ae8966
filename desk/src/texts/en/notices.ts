import { pluralIn } from '../plural'

const plural = pluralIn('en')

/** What others do, as one learns of it. `by` and `customer` are names, or empty where there is none. */
export const notices = {
  title: 'Notices',
  about: 'What happened to your issues, newest first.',
  bell: (unread: number) =>
    unread === 0 ? 'Notices' : plural(unread, { one: 'Notices, # unread', other: 'Notices, # unread' }),
  says: {
    assigned: (by: string) => (by ? `${by} assigned it to you` : 'It is yours now'),
    'customer-replied': (customer: string) => (customer ? `${customer} answered` : 'The customer answered'),
    'deadline-near': (day: string) => `It is due on ${day}`,
    'deadline-passed': (day: string) => `It was due on ${day}`,
  },
  unread: 'Unread',
  read: 'Read',
  all: 'All notices',
  unreadOnly: 'Unread only',
  markAll: 'Mark all as read',
  markRead: 'Mark as read',
  none: 'Nothing has happened to your issues yet. Here you learn what others and customers do.',
  noneUnread: 'You have read everything.',
  settings: 'What you are told',
  settingsAbout:
    'In the desk at once; by mail after ten minutes, in one letter for each issue, and only what you have not read. The rules of your shop may send mails of their own.',
  what: 'What happened',
  inDesk: 'In the desk',
  byMail: 'By mail',
  kinds: {
    assigned: 'Somebody gives you an issue',
    'customer-replied': 'The customer of your issue answers or sends a file',
    'deadline-near': 'Your issue is due within two days',
    'deadline-passed': 'Your issue is late',
  },
  lost: 'Offline, trying again',
  lostAbout: 'The server does not answer. What you see may be old.',
  alsoHere: 'Also here',
  moreHere: (count: number) => plural(count, { one: '# more person', other: '# more people' }),
  looking: (name: string) => `${name} is looking at this issue, too`,
  writing: (names: string, count: number) => `${names} ${count > 1 ? 'are' : 'is'} writing`,
}
