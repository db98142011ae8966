import { enableCompileCache } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startSmall } from './memory.ts'

// Before anything large is loaded: a second start finds the compiled code.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)))
startSmall()
// Whatever this program writes, store, files, secret, is its own user's alone.
process.umask(0o077)
const { runCommand } = await import('./run-command.ts')
const code = await runCommand(process.argv.slice(2))
// A pipe takes what is printed as fast as somebody reads it; an exit would cut the rest off. Nobody waits for a reader who
// has stopped.
const printed = [process.stdout, process.stderr].map(
  (stream) => new Promise<void>((resolve) => stream.write('', () => resolve())),
)
await Promise.race([Promise.all(printed), setTimeout(5000)])
// A connection that somebody still holds open must not keep a stopped process alive.
process.exit(code)
