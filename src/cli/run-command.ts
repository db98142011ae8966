import { type Command, print, say, WrongUse } from './command.ts'

const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  serve: { summary: 'run the system', load: async () => (await import('./serve.ts')).serveCommand },
  work: {
    summary: 'run rules and send messages beside other processes',
    load: async () => (await import('./work.ts')).workCommand,
  },
  migrate: {
    summary: 'bring the store up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  demo: {
    summary: 'run a demo installation with sample data',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  user: {
    summary: 'add people, let them in, or shut them out',
    load: async () => (await import('./user.ts')).userCommand,
  },
  audit: {
    summary: 'check that the audit is as it was written',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  export: {
    summary: 'write the configuration to a file',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  import: {
    summary: 'bring the configuration in from a file',
    load: async () => (await import('./import.ts')).importCommand,
  },
  token: {
    summary: 'make, list and revoke API tokens',
    load: async () => (await import('./token.ts')).tokenCommand,
  },
}

/** Runs one command line and answers its exit code: 0, 1 (failed), 2 (wrong use, or the data folder is taken). */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    const list = Object.entries(COMMANDS).map(([command, { summary }]) => `  ${command.padEnd(10)}${summary}`)
    const text = [
      'Usage: reklamator <command> [options]',
      '',
      ...list,
      '',
      'reklamator <command> --help says more.',
    ].join('\n')
    if (name === '') say(text)
    else print(text)
    return name === '' ? 2 : 0
  }
  if (name === '--version') {
    const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
    print(manifest.version)
    return 0
  }
  const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!known) {
    say(`reklamator: there is no command ${name}; known are ${Object.keys(COMMANDS).join(', ')}`)
    return 2
  }
  try {
    const command = await known.load()
    if (rest.includes('--help') || rest.includes('-h')) {
      print(command.usage)
      return 0
    }
    return await command.run(rest)
  } catch (error) {
    return explain(name, error)
  }
}

/** What the operating system says of an address or a folder that the operator named. */
const OPERATORS_TO_MEND = new Set(
  'EADDRINUSE EADDRNOTAVAIL ENOTFOUND EACCES EPERM EROFS ENOSPC EEXIST ENOTDIR ENOENT EISDIR'.split(' '),
)

/** One line for what the operator can mend; a trace only for what is our fault. */
async function explain(name: string, error: unknown): Promise<number> {
  const { WrongSetting } = await import('../config.ts')
  const { FolderLocked, NewerStore, translateStoreError } = await import('../db/index.ts')
  const { Refusal } = await import('../base/index.ts')
  const cause = translateStoreError(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof WrongUse || code.startsWith('ERR_PARSE_ARGS')) {
    say(`reklamator ${name}: ${error instanceof Error ? error.message : ''} (see reklamator ${name} --help)`)
    return 2
  }
  if (error instanceof FolderLocked) {
    say(`reklamator ${name}: ${error.message}`)
    return 2
  }
  if (error instanceof WrongSetting || error instanceof NewerStore) {
    say(`reklamator ${name}: ${error.message}`)
    return 1
  }
  if (OPERATORS_TO_MEND.has(code)) {
    say(`reklamator ${name}: ${error instanceof Error ? error.message : code}`)
    return 1
  }
  if (cause instanceof Refusal) {
    const why = cause.cause instanceof Error ? `: ${cause.cause.message}` : ''
    say(`reklamator ${name}: ${cause.message}${why}`)
    return cause.code === 'invalid-input' ? 2 : 1
  }
  say(`reklamator ${name}: ${error instanceof Error ? error.stack : String(error)}`)
  return 1
}
