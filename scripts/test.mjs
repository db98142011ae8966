// Without arguments: all checks, then all tests. With arguments: vitest alone, which gets them.
import { root, run } from './bootstrap.mjs'
import { tools } from './tools.mjs'

const args = process.argv.slice(2)
process.chdir(root)
const checks = args.length === 0 ? await run(process.execPath, ['scripts/verify.mjs']) : 0
// vitest colours what no terminal shows.
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
const tests = checks > 128 ? checks : await run(process.execPath, [tools.vitest, 'run', ...args], colours)
process.exitCode = tests || checks
