// npm's scripts come here, on whatever Node.js the machine has: node scripts/run.mjs <target> [arguments]
import { start } from './bootstrap.mjs'

/** @type {Record<string, [file: string, ...args: string[]]>} */
const targets = {
  serve: ['src/cli/main.ts', 'serve'],
  demo: ['src/cli/main.ts', 'demo'],
  test: ['scripts/test.mjs'],
  verify: ['scripts/verify.mjs'],
  bench: ['bench/main.ts'],
  format: ['scripts/format.mjs'],
}

const [name = '', ...args] = process.argv.slice(2)
const target = Object.hasOwn(targets, name) ? targets[name] : undefined
if (target) {
  const [file, ...first] = target
  await start(file, [...first, ...args], { desk: ['serve', 'demo', 'test'].includes(name) })
} else {
  process.stderr.write(`usage: node scripts/run.mjs ${Object.keys(targets).join('|')} [arguments]\n`)
  process.exitCode = 2
}
