// Builds the desk, the people's part of the product that runs in a browser, where it is not built yet or has changed.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const desk = fileURLToPath(new URL('../desk', import.meta.url))
const built = join(desk, 'dist')
const stamp = join(built, '.built')

/** A hash over all that the desk is made of; nothing where this is an installed package, which brings it built. */
export function wantedDesk() {
  try {
    const hash = createHash('sha256').update(readFileSync(join(desk, '..', 'package-lock.json')))
    for (const file of sources(desk)) hash.update(file).update(readFileSync(file))
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** @param {string} folder @returns {string[]} */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !['dist', 'schema.d.ts'].includes(name) && !/\.dist-\d+$/.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
    )
}

/** @param {string} wanted */
export function isDeskBuilt(wanted) {
  try {
    return readFileSync(stamp, 'utf8') === wanted
  } catch {
    return false
  }
}

/** Builds beside its place and moves it there when it is whole. */
export async function buildDesk() {
  const wanted = wantedDesk()
  if (!wanted || isDeskBuilt(wanted)) return
  // Vite asks the environment, and so would build for development within a run of tests.
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = 'production'
  const { build } = await import('vite')
  const making = join(desk, `.dist-${process.pid}`)
  try {
    await build({ configFile: join(desk, 'vite.config.ts'), logLevel: 'warn', build: { outDir: making } })
    compress(join(making, 'assets'))
    writeFileSync(join(making, '.built'), wanted)
    putInPlace(making, wanted)
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = NODE_ENV
    rmSync(making, { recursive: true, force: true })
  }
}

/** Several processes may build at the same time; what one of them put there is as good. @param {string} making @param {string} wanted */
function putInPlace(making, wanted) {
  for (let tries = 1; !isDeskBuilt(wanted); tries++) {
    try {
      rmSync(built, { recursive: true, force: true })
      renameSync(making, built)
    } catch (error) {
      if (tries >= 5) throw error
    }
  }
}

/** Browsers get what is compressed once, as small as it gets. @param {string} folder */
function compress(folder) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (!['.js', '.css', '.svg'].includes(extname(name))) continue
    const bytes = readFileSync(join(folder, name))
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, options))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

if (process.argv[1] && basename(process.argv[1]) === 'build-desk.mjs') await buildDesk()
