// Everything here must run on an old Node.js with nothing installed: built-in modules only.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isDeskBuilt, wantedDesk } from './build-desk.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const neededNode = [24, 15]
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.installed')
const packageNode = join(modules, '.bin', 'node')
const lockFile = join(root, '.cache', 'install.lock')
const lockStaleAfterMs = 60_000
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
const npmArguments = [
  'ci',
  '--engine-strict=false',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`)

/** A failure whose message is all that its reader needs. */
class StartError extends Error {
  exitCode = 1
}

/**
 * Installs what is missing, then runs a file of the project on the right Node.js: in this process when that is what
 * it already runs on, else in a child that owns the terminal and gets this process's signals. Sets the exit code.
 * @param {string} file relative to the project
 * @param {string[]} args
 * @param {{ desk?: boolean }} [needs] `desk`: builds the desk where that is to be done
 */
export async function start(file, args, needs = {}) {
  try {
    const { runtime, fresh } = await prepare()
    if (needs.desk) await buildDesk(runtime)
    const path = join(root, file)
    const cache = join(modules, '.cache', 'compile')
    if (!fresh && realpathSync(runtime) === realpathSync(process.execPath)) {
      const module = await import('node:module')
      module.enableCompileCache?.(cache)
      process.argv = [process.execPath, path, ...args]
      await import(pathToFileURL(path).href)
      return
    }
    process.exitCode = await run(runtime, [path, ...args], { NODE_COMPILE_CACHE: cache })
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    say(`reklamator: ${error.message}`)
    process.exitCode = error.exitCode
  }
}

/** @param {string} runtime */
async function buildDesk(runtime) {
  const wanted = wantedDesk()
  if (!wanted || isDeskBuilt(wanted)) return
  const started = Date.now()
  const stopProgress = showProgress('Building the desk', started)
  // Its output is for whoever builds, and standard output belongs to the command.
  const { code, output } = await runQuietly(runtime, [join(root, 'scripts', 'build-desk.mjs')]).finally(
    stopProgress,
  )
  if (code === 0) return say(`Desk built in ${seconds(started)}.`)
  say(`${output.trim()}\n`)
  throw new StartError('building the desk failed: see above.')
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function runQuietly(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const stopForwarding = forwardSignals(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => void (output += text))
    }
    child.on('error', (error) => reject(new StartError(`cannot run ${command}: ${error.message}`)))
    child.on('close', (code, signal) => {
      stopForwarding()
      resolve({ code: code ?? signalCode(signal), output })
    })
  })
}

/**
 * Runs a command on this terminal until it ends and answers its exit code, 128 + n for signal n.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...env, ...process.env } })
    const stopForwarding = forwardSignals(child)
    child.on('error', (error) => reject(new StartError(`cannot run ${command}: ${error.message}`)))
    child.on('exit', (code, signal) => {
      stopForwarding()
      resolve(code ?? signalCode(signal))
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // Ctrl-C and a closed terminal reach the child by themselves; a second SIGINT would read as "stop at once".
    if (signal !== 'SIGTERM' && process.stdin.isTTY) return
    child.kill(signal)
  }
  for (const signal of stopSignals) process.on(signal, forward)
  return () => {
    for (const signal of stopSignals) process.off(signal, forward)
  }
}

/** @param {NodeJS.Signals | null} signal */
const signalCode = (signal) => (signal ? 128 + constants.signals[signal] : 1)

/**
 * The stamp holds the hash of the lock file that node_modules was installed from, and which Node.js runs it.
 * @returns {Promise<{ runtime: string, fresh: boolean }>}
 */
async function prepare() {
  const wanted = wantedStamp()
  if (!wanted) return { runtime: ownRuntime(), fresh: false }
  let kind = installedKind(wanted)
  const fresh = !kind
  if (!kind) {
    const release = await lock(() => installedKind(wanted) !== undefined)
    try {
      kind = installedKind(wanted) ?? (isInstalledByHand() ? settle(wanted) : await install(wanted))
    } finally {
      release()
    }
  }
  return { runtime: kind === 'package' ? packageNode : ownRuntime(), fresh }
}

/** Nothing for an installed package: it has no lock file, and npm has installed all that it needs. */
function wantedStamp() {
  try {
    const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
    return `${hash.digest('hex')} ${process.platform}-${process.arch}`
  } catch {
    return undefined
  }
}

/** @param {string} wanted */
function installedKind(wanted) {
  try {
    const [hash, platform, kind] = readFileSync(stampFile, 'utf8').trim().split(' ')
    return `${hash} ${platform}` === wanted ? kind : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether somebody's own `npm ci` has done the work: npm lists what it installed when it is through, and that has to
 * be all that the lock file wants on this platform.
 */
function isInstalledByHand() {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'))
    const found = packagesOf(join(modules, '.package-lock.json'))
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || found[path]?.version === entry.version) return true
      const isOurs = entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc
      return entry.optional === true && !isOurs
    })
  } catch {
    return false
  }
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }>}
 */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

function ownRuntime() {
  if (isNewEnough(process.version)) return process.execPath
  throw new StartError(
    `needs Node.js ${neededNode.join('.')} or newer; this is ${process.version}, and no packaged Node.js runs on ` +
      `${process.platform}-${process.arch}. Install one from https://nodejs.org and start again.`,
  )
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = neededNode
  return major > neededMajor || (major === neededMajor && minor >= neededMinor)
}

function packageNodeRuns() {
  try {
    return isNewEnough(execFileSync(packageNode, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim())
  } catch {
    return false
  }
}

/** @param {string} wanted */
async function install(wanted) {
  const why = exists(modules) ? 'node_modules is not what package-lock.json says' : 'first start'
  const title = `Installing packages (${why})`
  rmSync(stampFile, { force: true })
  const started = Date.now()
  const stopProgress = showProgress(title, started)
  const { code, output, stopped } = await runNpm().finally(stopProgress)
  if (stopped) {
    throw Object.assign(new StartError('stopped; the packages are not installed.'), {
      exitCode: signalCode(stopped),
    })
  }
  if (code !== 0) {
    say(`${output.trim()}\n`)
    throw new StartError(
      `installing packages failed: see what npm says above, then start again (npm ${npmArguments.join(' ')}).`,
    )
  }
  say(`Packages installed in ${seconds(started)}.`)
  return settle(wanted)
}

/**
 * Chooses the Node.js to run on and writes the stamp: the last step of every installation.
 * @param {string} wanted
 */
function settle(wanted) {
  const kind = packageNodeRuns() ? 'package' : 'own'
  // npm puts node_modules/.bin first on the PATH of its scripts: a binary that cannot run here would shadow a good one.
  if (kind === 'own') rmSync(packageNode, { force: true })
  writeFileSync(stampFile, `${wanted} ${kind}\n`)
  return kind
}

/**
 * A signal stops npm within a moment: it would spend half a minute on tidying up what the next start removes anyway.
 * @returns {Promise<{ code: number, output: string, stopped: NodeJS.Signals | null }>}
 */
function runNpm() {
  return new Promise((resolve, reject) => {
    // Without node_modules/.bin: npm must not run on the very Node.js that it is about to replace.
    const path = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
      .join(delimiter)
    const npm = spawn('npm', npmArguments, {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    writeLock(`${process.pid} ${npm.pid}`)
    /** @type {NodeJS.Signals | null} */
    let stopped = null
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      stopped = signal
      npm.kill(signal)
      setTimeout(() => npm.kill('SIGKILL'), 1000).unref()
    }
    for (const signal of stopSignals) process.once(signal, stop)
    const stopListening = () => {
      for (const signal of stopSignals) process.off(signal, stop)
    }
    let output = ''
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => void (output += text))
    }
    npm.on('error', (error) => {
      stopListening()
      reject(new StartError(`cannot run npm, which installs the packages: ${error.message}`))
    })
    npm.on('exit', (code, signal) => {
      stopListening()
      // Its output may stay open in the hands of a script that outlives it.
      setTimeout(() => resolve({ code: code ?? signalCode(signal), output, stopped }), 50)
    })
  })
}

/** @param {number} started */
const seconds = (started) => `${Math.round((Date.now() - started) / 1000)} s`

/**
 * Shows that something is going on; also keeps the lock's time fresh.
 * @param {string} title
 * @param {number} started
 */
function showProgress(title, started) {
  const terminal = process.stderr.isTTY
  if (terminal) process.stderr.write(`${title} …`)
  else say(`${title} …`)
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
    touchLock()
    if (terminal) process.stderr.write(`\r${title} … ${seconds(started)}`)
    else if (ticks % 10 === 0) say(`${title} … ${seconds(started)}`)
  }, 1000)
  return () => {
    clearInterval(timer)
    if (terminal) process.stderr.write('\n')
  }
}

/**
 * One installer at a time. The lock appears whole, with its owner's pid, because it is linked into place.
 * @param {() => boolean} done tells that another process has installed everything meanwhile
 * @returns {Promise<() => void>} releases the lock
 */
async function lock(done) {
  try {
    mkdirSync(join(root, '.cache'), { recursive: true })
  } catch (error) {
    throw new StartError(`cannot write to ${root}: ${messageOf(error)}`)
  }
  const own = `${lockFile}.${process.pid}`
  let told = false
  while (true) {
    if (tryLock(own)) return () => rmSync(lockFile, { force: true })
    if (done()) return () => {}
    if (breakStaleLock(own)) continue
    if (!told) say(`Another process (${lockOwner()}) is installing packages; waiting for it …`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** @param {string} own */
function tryLock(own) {
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, lockFile)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new StartError(`cannot write to ${root}: ${messageOf(error)}`)
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** @param {string} own */
function breakStaleLock(own) {
  if (!lockIsStale(lockFile)) return false
  try {
    renameSync(lockFile, own)
    // Another waiter may have broken it and taken it between the two lines above: then it is given back.
    if (!lockIsStale(own)) linkSync(own, lockFile)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error
  } finally {
    rmSync(own, { force: true })
  }
  return true
}

/** @param {string} file */
function lockIsStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > lockStaleAfterMs) return true
    return !readFileSync(file, 'utf8').split(' ').map(Number).some(isRunning)
  } catch {
    return false
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** The pids of the installer and of its npm, which may outlive it. @param {string} pids */
function writeLock(pids) {
  writeFileSync(lockFile, pids)
}

function lockOwner() {
  try {
    return `pid ${readFileSync(lockFile, 'utf8').split(' ')[0]}`
  } catch {
    return 'just ending'
  }
}

function touchLock() {
  try {
    utimesSync(lockFile, new Date(), new Date())
  } catch {
    // Somebody removed the lock by hand.
  }
}

/** @param {string} path */
function exists(path) {
  try {
    statSync(path)
    return true
  } catch {
    return false
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error))
