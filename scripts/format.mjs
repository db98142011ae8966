import { run } from './bootstrap.mjs'
import { tools } from './tools.mjs'

process.exitCode = await run(process.execPath, [tools.biome, 'format', '--write', ...process.argv.slice(2)])
