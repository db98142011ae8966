/**
 * A real Chromium for journeys: one that the machine has, else the one that @sparticuz/chromium ships in its package.
 */
import { execFile, spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

interface Executable {
  path: string
  env: Record<string, string>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

/** Close it when done: `await using` or `afterAll(() => browser.close())`. */
export async function launchBrowser(): Promise<Browser> {
  const executable = findInstalled() ?? (await unpackShipped())
  return chromium.launch({
    executablePath: executable.path,
    args: FLAGS,
    env: { ...definedEnvironment(), ...executable.env },
    // The run of tests decides what Ctrl-C does; a browser without its parent ends by itself.
    handleSIGINT: false,
    handleSIGHUP: false,
    handleSIGTERM: false,
  })
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function findInstalled(): Executable | undefined {
  const wanted = env['CHROMIUM_PATH']
  if (wanted) return { path: wanted, env: {} }
  const folders = (env['PATH'] ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const path = [...candidates, chromium.executablePath()].find(isExecutable)
  return path ? { path, env: {} } : undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Unpacks the shipped browser once, into node_modules, with its font and the libraries that a bare machine lacks. It
 * is unpacked under a name of its own and then renamed into place, so whoever comes second takes what the first made.
 */
async function unpackShipped(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found: put one on the PATH or name it in CHROMIUM_PATH.')
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const cache = join(root, 'node_modules', '.cache')
  const folder = join(cache, `chromium-${versionOf(entry)}`)
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true })
    const draft = mkdtempSync(join(cache, 'chromium-draft-'))
    try {
      await unpackInto(draft, entry)
      writeFileSync(join(draft, 'fonts.conf'), fontSettings(folder))
      renameSync(draft, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error
    } finally {
      rmSync(draft, { recursive: true, force: true })
    }
  }
  const path = join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  const runsAlone = spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
  return { path, env: runsAlone ? fonts : { ...fonts, ...libraries } }
}

function versionOf(entry: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'))
  if (manifest && typeof manifest === 'object' && 'version' in manifest) return String(manifest.version)
  throw new Error('@sparticuz/chromium names no version')
}

/** The package unpacks into the temporary folder alone, and its libraries only where it believes to be on Lambda. */
async function unpackInto(folder: string, entry: string): Promise<void> {
  const script =
    'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath()'
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, pathToFileURL(entry).href],
    {
      env: { PATH: env['PATH'], TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    },
  )
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}
