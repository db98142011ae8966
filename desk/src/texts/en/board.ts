import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const board = {
  title: 'Board',
  noTypes: 'There are no issue types yet.',
  anybody: 'Everybody',
  mine: 'Mine',
  me: (name: string) => `${name} (me)`,
  noName: 'No name',
  age: (days: number) => (days < 1 ? 'today' : plural(days, { one: '# day old', other: '# days old' })),
  empty: 'Nothing here.',
  inList: (step: string, count: string) => `${step}: ${count}, show as a list`,
  fold: (step: string) => `Fold ${step}`,
  unfold: (step: string) => `Unfold ${step}`,
  actions: (number: string) => `Actions for ${number}`,
  moveTo: 'Move to',
  noMove: 'No step follows this one.',
  needs: (count: number) => plural(count, { one: 'needs # field', other: 'needs # fields' }),
  assign: 'Assign …',
  assignTitle: (number: string) => `Who handles ${number}?`,
  nobodyFound: 'Nobody has such a name.',
  moved: (number: string, step: string) => `${number} is in “${step}” now.`,
  undone: (number: string, step: string) => `${number} is back in “${step}”.`,
  assigned: (number: string, name: string | null) =>
    name === null ? `Nobody handles ${number} now.` : `${name} handles ${number} now.`,
  refused: (from: string) => `No move leads here from “${from}”.`,
  refusedDrop: (number: string, from: string, to: string) =>
    `${number} stays where it is: no move leads from “${from}” to “${to}”.`,
  needsTitle: (step: string) => `“${step}” needs a little more`,
  needsAbout: (number: string) => `${number} can go there once this is known:`,
  toIssue: 'Open the issue',
  moveOn: 'Move',
  filesThere: 'Attach the file at the issue, then move it.',
  dragHelp:
    'Press Space to pick the card up, the left and right arrow keys to choose a step, Space to drop it, Escape to leave it where it was.',
  lifted: (number: string) => `${number} picked up.`,
  isOver: (number: string, step: string) => `${number} is over ${step}.`,
  dropped: (number: string, step: string) => `${number} dropped on ${step}.`,
  putBack: (number: string) => `${number} is back where it was.`,
  keys: {
    down: 'Next card',
    up: 'Previous card',
    left: 'Column to the left',
    right: 'Column to the right',
    open: 'Open the issue',
    move: 'Move to another step',
    assign: 'Assign',
    undo: 'Take the last move back',
  },
}
