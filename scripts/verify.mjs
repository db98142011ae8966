// Every check that needs no running program, two at a time; only what failed shows its output.
import { spawn } from 'node:child_process'
import { root } from './bootstrap.mjs'
import { tools } from './tools.mjs'

/** The slow ones first. @type {[name: string, ...command: string[]][]} */
const checks = [
  ['types', tools.tsc, '--noEmit'],
  ['desk types', tools.tsc, '--noEmit', '-p', 'desk'],
  ['unused code', tools.knip, '--no-progress'],
  [
    'lint',
    tools.oxlint,
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
    '--format=unix',
  ],
  ['boundaries', 'scripts/boundaries.mjs'],
  ['format', tools.biome, 'format', '--reporter=concise'],
]
const atOnce = 2

/**
 * @param {string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runCheck(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => void (output += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

// The desk is checked against the API as it is now, not against an answer of yesterday.
const types = await runCheck(['scripts/desk-api.ts'])
if (types.code !== 0) {
  console.log(types.output)
  process.exit(1)
}

const waiting = [...checks]
/** @type {string[]} */
const failed = []

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, ...command] = check
    const started = performance.now()
    const { code, output } = await runCheck(command)
    const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
    console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${took}`)
    if (code === 0) continue
    failed.push(name)
    console.log(output.trimEnd().replace(/^(?=.)/gm, '    '))
    if (name === 'format') console.log('    npm run format mends it.')
  }
}

await Promise.all(Array.from({ length: atOnce }, work))
if (failed.length > 0) {
  console.log(`\n✗ ${failed.length} of ${checks.length} checks failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
