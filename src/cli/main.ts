import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Before anything large is loaded: a second start finds the compiled code.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)))
const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
