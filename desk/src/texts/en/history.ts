import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const history = {
  title: 'History',
  about: 'How the configuration came to be as it is. Every change can be looked at and put back.',
  kind: 'What',
  anything: 'Everything',
  only: (name: string) => `Only ${name}`,
  clear: 'Show everything',
  none: 'Nothing has been changed here yet.',
  look: 'Look at the change',
  changes: 'What changed',
  noChanges: 'Nothing differs.',
  before: 'Before',
  after: 'After',
  member: 'What',
  nothing: 'nothing',
  restored: 'This change put an earlier state back.',
  undo: 'Put back as it was before',
  redo: 'Put back as this change left it',
  undoTitle: 'Put it back as it was before this change?',
  redoTitle: 'Put it back as this change left it?',
  restoreAbout:
    'What was changed later is replaced. Customers and handlers see it at once. It is a change like any other and can be put back too.',
  wasNew: 'The thing did not exist before this change; it can be deleted where it is edited.',
  wasDeleted: 'This change deleted it. Putting it back makes it again under its key.',
  done: 'It is back.',
  notes: 'This did not come back',
  stands: 'This stands in the way:',
  now: 'Edit',
  kinds: {
    'issue-type:': 'Issue types',
    'field:': 'Application fields',
    'message-template:': 'Message templates',
    'business-rule:': 'Business rules',
    'calendar:': 'Calendars',
    'webhook:': 'Webhooks',
    company: 'Company',
  } as Readonly<Record<string, string>>,
  unchanged: 'Unchanged lines: $',
  notSame: 'The two texts beside each other',
  between: ' ',
  transfer: {
    title: 'Export and import',
    about: 'The whole configuration as one file: to keep it, or to bring it to another installation.',
    export: 'Export',
    exportAbout:
      'Issue types, steps, fields, pages, templates, rules, calendars and the company. No users, no tokens, no secrets, no issues.',
    download: 'Download the file',
    import: 'Import',
    importAbout:
      'First you see what would be made or changed; nothing happens before you say so. What the file does not name stays.',
    choose: 'Choose a file',
    notJson: 'This file holds no configuration: it is not JSON.',
    cannot: 'The file cannot be imported',
    nothing: 'Everything is here already, just as the file says. Nothing would change.',
    doImport: 'Import',
    questionAbout:
      'All of it happens, or nothing. Customers and colleagues see it at once; the history can put each part back.',
    done: 'Imported.',
    does: { create: 'Made', change: 'Changed', keep: 'Stays' },
    found: (count: number) => plural(count, { one: '# thing would change', other: '# things would change' }),
    question: (name: string) => `Import ${name}?`,
  },
}
export type HistoryTexts = typeof history
