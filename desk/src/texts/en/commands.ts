import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const commands = {
  title: 'Search or jump to…',
  placeholder: 'Number, customer, product, place or action',
  keys: 'Keyboard shortcuts',
  language: 'Language',
  search: 'Search',
  newOf: (type: string) => `New: ${type}`,
  goTo: (place: string) => `Go to ${place}`,
  looking: 'Looking for issues…',
  found: (count: number) => plural(count, { one: '# result', other: '# results' }),
  nothing: (text: string) => `Nothing is called “${text}”.`,
  choose: 'choose',
  open: 'open',
  close: 'close',
  here: 'On this screen',
  everywhere: 'Everywhere',
  singleKeys: 'Keys of single characters',
  singleKeysHelp: 'Switch them off if you dictate, or press keys by accident. Keys with Ctrl stay.',
  groups: {
    recent: 'Opened lately',
    actions: 'Actions',
    places: 'Go to',
    desk: 'Your desk',
    issues: 'Issues',
  },
}
