import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { SYSTEM } from '../base/index.ts'
import { type Config, readConfig } from '../config.ts'
import { lockFolder, migrateSqlite } from '../db/index.ts'
import { openFileFolder } from '../files/index.ts'
import { openConfiguration } from '../issue-types/index.ts'
import { openDatabase, openLog, serve } from '../main.ts'
import { createToken, readUsers, setPassword } from '../staff/index.ts'
import type { Showcase } from '../starter/index.ts'
import { type Command, print, say } from './command.ts'
import { growWithLoad } from './memory.ts'
import { endOnSurprise, untilStopped, withFreePort } from './serve.ts'

const SEED = 20_261_123

type Notes = {
  token: string
  /** Missing where the data was made before anybody could sign in. */
  owner?: { email: string; password: string }
  showcases: Showcase[]
  pages: Record<string, string>
}

export const demoCommand: Command = {
  usage: `Usage: reklamator demo [--json] [--fresh]

Runs an installation with realistic sample data in a folder of its own (DATA_DIR/demo), made at the first start. Prints a
link for each issue type with a number and a contact that open it; with --json one JSON object on one line, when it is
ready. --fresh makes the data anew.`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, fresh: { type: 'boolean' } },
      strict: true,
    })
    // Sample numbers may be somebody's: no gateway gets them.
    const base = await withFreePort(readConfig({ DATABASE_URL: '', SMS_WEBHOOK_URL: '' }))
    const config = { ...base, dataDir: join(base.dataDir, 'demo') }
    const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
    endOnSurprise(log)
    await makeData(config, values.fresh === true)
    const notes = readNotes(config)
    const serving = await serve(config, log, { worker: true })
    growWithLoad()
    if (values.json) print(JSON.stringify(forPrograms(config, notes)))
    else print(forPeople(config, notes))
    return untilStopped(serving, log)
  },
}

/** Makes the sample data beside its place and moves it there when it is whole, so that a kill leaves no half demo. */
async function makeData(config: Config, fresh: boolean): Promise<void> {
  const { dataDir } = config
  if (existsSync(dataDir) && !fresh) return
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o700 })
  if (existsSync(dataDir)) {
    lockFolder(dataDir).release()
    rmSync(dataDir, { recursive: true, force: true })
  }
  removeLeftovers(dataDir)
  say('Making the sample data …')
  const { DEMO_OWNER, makeDemo, seedDemo, STARTER_TYPES } = await import('../starter/index.ts')
  const making = { ...config, dataDir: `${dataDir}.making-${process.pid}` }
  try {
    await migrateSqlite(making.dataDir)
    const db = await openDatabase(making)
    const ctx = { db, configuration: openConfiguration(db), clock: Date.now, settings: config, actor: SYSTEM }
    const demo = makeDemo({ seed: SEED, now: Date.now(), timeZone: config.timeZone })
    const files = openFileFolder(making.dataDir, { synced: false })
    const showcases = await seedDemo(ctx, files, demo, SEED)
    const { token } = await createToken(db, Date.now, { name: 'Demo', scope: 'admin' })
    await letSignIn(ctx, DEMO_OWNER)
    await db.close()
    const pages = Object.fromEntries(STARTER_TYPES.map((type) => [type.key, type.statusPage.identifier]))
    const notes: Notes = { token, owner: DEMO_OWNER, showcases, pages }
    writeFileSync(join(making.dataDir, 'demo.json'), JSON.stringify(notes), { mode: 0o600 })
    renameSync(making.dataDir, dataDir)
  } finally {
    rmSync(making.dataDir, { recursive: true, force: true })
  }
}

/** Gives a person of the demo their password. */
async function letSignIn(
  ctx: Parameters<typeof setPassword>[0],
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { users } = await readUsers(ctx.db.read)
  const user = users.find((candidate) => candidate.email === email)
  if (user) await setPassword(ctx, user.id, password)
}

/** What a first start that was stopped half-way left behind. */
function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dirname(dataDir))) {
    const pid = Number(/\.making-(\d+)$/.exec(name)?.[1])
    if (pid && !isRunning(pid)) rmSync(join(dirname(dataDir), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Only `makeData` writes this file. */
function readNotes(config: Config): Notes {
  return JSON.parse(readFileSync(join(config.dataDir, 'demo.json'), 'utf8')) as Notes
}

function pageAddress(config: Config, notes: Notes, showcase: Showcase): string {
  return `${config.baseUrl}/${showcase.locale}/status/${notes.pages[showcase.type] ?? showcase.type}`
}

function deskAddress(config: Config): string {
  return `${config.baseUrl}/desk`
}

function forPrograms(config: Config, notes: Notes) {
  return {
    statusPages: notes.showcases.map((showcase) => ({
      url: pageAddress(config, notes, showcase),
      issue: showcase.number,
      email: showcase.email,
      phone: showcase.phone,
      locale: showcase.locale,
    })),
    desk: notes.owner ? { url: deskAddress(config), ...notes.owner } : null,
    token: notes.token,
  }
}

function forPeople(config: Config, notes: Notes): string {
  const pages = notes.showcases.map((showcase) =>
    [
      `  ${pageAddress(config, notes, showcase)}?issue=${encodeURIComponent(showcase.number)}`,
      `    number  ${showcase.number}`,
      `    contact ${[showcase.email, showcase.phone].filter(Boolean).join('  or  ')}`,
    ].join('\n'),
  )
  return [
    `The Reklamator demo is ready at ${config.baseUrl}`,
    '',
    'Open a status page and enter its number and contact:',
    '',
    ...pages,
    '',
    ...(notes.owner ? forOwner(config, notes.owner) : []),
    `API token (all rights): ${notes.token}`,
    `API description:        ${config.baseUrl}/api/v1/openapi.json`,
    '',
    'Ctrl+C stops it.',
  ].join('\n')
}

function forOwner(config: Config, { email, password }: { email: string; password: string }): string[] {
  return [
    'Sign in to the desk as the owner:',
    '',
    `  ${deskAddress(config)}`,
    `    e-mail   ${email}`,
    `    password ${password}`,
    '',
  ]
}
