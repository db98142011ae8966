import { matchKeybindingPress, parseKeybinding } from 'tinykeys'

/** What has to be known of an event of the keyboard. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'getModifierState'>

type Sequence = ReturnType<typeof parseKeybinding>
const parsed = new Map<string, Sequence>()

/**
 * Which of the named keys were pressed, like `g i`; `wait` where what was pressed is the beginning of some, so that a key
 * of one press does not fire amid them.
 */
export function heard(names: readonly string[], presses: readonly Press[]): { hit: string } | 'wait' | null {
  const begun = names.filter((name) => begins(sequenceOf(name), presses))
  const hit = begun.find((name) => sequenceOf(name).length === presses.length)
  if (hit !== undefined) return { hit }
  return begun.length > 0 ? 'wait' : null
}

/** Whether a key is made of characters alone: those are what somebody who dictates presses by mistake. */
export function isOfCharacters(name: string): boolean {
  return sequenceOf(name).every(([modifiers, , key]) => modifiers.length === 0 && String(key).length === 1)
}

/** Whether a key needs Ctrl, Alt or the like, so that it means something while one writes, too. */
export function needsModifier(name: string): boolean {
  return sequenceOf(name).some(([modifiers]) => modifiers.length > 0)
}

/** How a key is written for people: each press with its parts, like `Ctrl` and `K`. */
export function written(name: string, isApple: boolean): string[][] {
  return name.split(' ').map((press) =>
    press.split(/(?<=\w)\+/).map((part) => {
      if (part === '$mod') return isApple ? '⌘' : 'Ctrl'
      if (part === 'Control') return 'Ctrl'
      return ARROWS[part] ?? (name.includes('+') && part.length === 1 ? part.toUpperCase() : part)
    }),
  )
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

function begins(sequence: Sequence, presses: readonly Press[]): boolean {
  return (
    sequence.length >= presses.length &&
    presses.every((press, at) => {
      const expected = sequence[at]
      return expected !== undefined && matchKeybindingPress(press as KeyboardEvent, expected)
    })
  )
}

function sequenceOf(name: string): Sequence {
  const known = parsed.get(name)
  if (known) return known
  const sequence = parseKeybinding(name).map(withAnyShift)
  parsed.set(name, sequence)
  return sequence
}

/** Whether `?` or `/` need Shift depends on the keyboard. */
function withAnyShift([needed, optional, key]: Sequence[number]): Sequence[number] {
  const isMark = typeof key === 'string' && /^[^\p{L}\p{N}]$/u.test(key)
  return [needed, isMark ? [...optional, 'Shift'] : optional, key]
}
