import type { Actor } from '../base/index.ts'

/** One command of `reklamator`: answers its exit code, or throws. */
export type Command = {
  /** Shown by `--help`. */
  usage: string
  run: (args: readonly string[]) => Promise<number>
}

/** The command was called in a way that it does not know: exit code 2. */
export class WrongUse extends Error {}

/** Who acts where an operator runs a command. */
export const COMMAND_LINE: Actor = { kind: 'system', id: 'cli', name: 'Command line' }

/** Messages go to standard error; standard output is for data. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

export function print(data: string): void {
  process.stdout.write(`${data}\n`)
}
