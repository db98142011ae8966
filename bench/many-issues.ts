import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Client } from 'pg'
import { DAY, newId } from '../src/base/index.ts'
import { sqliteFile } from '../src/db/index.ts'
import { indexedWords } from '../src/issues/index.ts'
import { startPostgres } from '../test/support/postgres-server.ts'
import { serveInstallation } from './installation.ts'

const NO_DUE = '9999-99-99'
const FAMILY = [
  'Novák',
  'Carter',
  'Svoboda',
  'Smith',
  'Dvořák',
  'Kowalski',
  'Müller',
  'Horák',
  'Baker',
  'Zeman',
]
const PRODUCTS = [
  'Kettle K200',
  'Toaster T15',
  'Vacuum V8',
  'Blender B3',
  'Iron I1',
  'Grill G77',
  'Heater H2',
]
const DEFECTS = ['Leaks at the handle', 'Does not start', 'Makes noise', 'Burnt smell', 'Broken in transport']

type Type = { id: string; key: string; steps: { key: string; category: string }[] }
type Value = string | number | null
/** `said`: the words of a message. */
type Made = {
  issue: Value[]
  values: [field: string, value: string, id: string][]
  words: string[]
  said: string[]
}

const COLUMNS = `id, number, number_key, issue_type_id, step, category, locale, contact_name, contact_email,
  contact_phone, email_key, phone_key, contact_version, field_values, due, trail, version, search_id, created_at,
  changed_at, public_changed_at, handler_id, decided_at, closed_at`.split(/,\s*/)
const NUMBERS = new Set([
  'contact_version',
  'version',
  'search_id',
  'created_at',
  'changed_at',
  'public_changed_at',
  'decided_at',
  'closed_at',
])

/** How many users handle issues, all about the same number; one in ten issues has no handler. */
const HANDLERS = Array.from({ length: 20 }, (_, index) => ({ id: newId(index + 1), name: `handler${index}` }))
const ADD_HANDLERS = [
  `insert into users (id, email, email_key, name, role, public_name, locale, active, version, created_at, changed_at)
   values ${HANDLERS.map(
     ({ id, name }) =>
       `('${id}', '${name}@shop.example', '${name}@shop.example', '${name}', 'handler', '', null, 1, 1, 0, 0)`,
   ).join()}`,
  // As many digits as their numbers have.
  "update issue_types set number_pattern = upper(substr(key, 1, 2)) || '-{YY}-{seq:7}-{rand:4}', number_zone = 9",
  'update config_version set version = version + 1',
]

/** What is under an issue's page: a message from either side, and what the history has of them and of its start. */
const MESSAGES = [
  ['shop', 'Thank you, we have it.'],
  ['customer', 'Here is a photo.'],
] as const
const ACTOR = '{"kind":"system","id":"system","name":"Reklamator"}'
const ADD_HISTORY = [
  ...MESSAGES.map(
    ([author, body]) =>
      `insert into messages (id, issue_id, internal, author, body, created_at)
       select '${author}-' || id, id, 0, '${author}', '${body}', created_at from issues`,
  ),
  `insert into events (id, issue_id, kind, actor, data, at)
   select 'opened-' || id, id, 'issue.created', '${ACTOR}', '{"step":"received"}', created_at from issues`,
  ...MESSAGES.map(
    ([author]) =>
      `insert into events (id, issue_id, kind, actor, data, at)
       select 'said-${author}-' || id, id, 'message.received', '${ACTOR}',
         '{"message":"${author}-' || id || '","from":"${author}","internal":false}', created_at from issues`,
  ),
  // Of what is open, every second customer wrote last.
  "update issues set unanswered_since = created_at where search_id % 2 = 0 and category <> 'done'",
]

/** A store with very many issues. */
export type ManyIssues = {
  dataDir: string
  /** The settings that the program needs for it. */
  env: Record<string, string>
  /** The processes, besides the program's, that work for the program. */
  backends: () => Promise<number[]>
  remove: () => Promise<void>
}

/** Written past the program: what counts is the size of its lists. One in twenty is not done, or as many as `open` says. */
export function makeManyIssues(
  count: number,
  store: 'sqlite' | 'postgres' = 'sqlite',
  open = 0.05,
): Promise<ManyIssues> {
  return store === 'sqlite' ? inSqlite(count, open) : inPostgres(count, open)
}

/** A data folder. Indexes are made afterwards, from the definitions that the migrations left. */
async function inSqlite(count: number, open: number): Promise<ManyIssues> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-many-'))
  await (await serveInstallation(dataDir)).stop()
  const store = new DatabaseSync(sqliteFile(dataDir))
  store.exec('pragma synchronous = off; pragma cache_size = -400000; pragma temp_store = memory')
  const indexes = store
    .prepare(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('issues', 'field_values')",
    )
    .all()
  for (const statement of ADD_HANDLERS) store.exec(statement)
  for (const { name } of indexes) store.exec(`drop index ${String(name)}`)
  const insert = (table: string, columns: readonly string[]) =>
    store.prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`)
  const issue = insert('issues', COLUMNS)
  const value = insert('field_values', ['field_key', 'value_key', 'issue_id'])
  const search = insert('issue_search', ['rowid', 'body'])
  const types = typesOf(store.prepare('select id, key, steps from issue_types order by position').all())
  store.exec('begin')
  for (const made of madeIssues(count, open, types)) {
    issue.run(...(made.issue as SQLInputValue[]))
    for (const entry of made.values) value.run(...entry)
    const searchId = Number(made.issue[COLUMNS.indexOf('search_id')])
    search.run(searchId, made.words.join(' '))
    search.run(-searchId * MESSAGE_ROWS, made.said.join(' '))
  }
  for (const { sql } of indexes) store.exec(String(sql))
  for (const statement of ADD_HISTORY) store.exec(statement)
  store.exec('commit; pragma optimize')
  store.close()
  return {
    dataDir,
    env: { DATA_DIR: dataDir },
    backends: async () => [],
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

const BATCH = 5000

/** The same on a PostgreSQL of its own, vacuumed and analyzed as autovacuum leaves a table that grows. */
async function inPostgres(count: number, open: number): Promise<ManyIssues> {
  const server = await startPostgres()
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-many-'))
  const env = { DATA_DIR: dataDir, DATABASE_URL: server.url }
  await (await serveInstallation(dataDir, env)).stop()
  const store = new Client(server.url)
  await store.connect()
  const { rows: indexes } = await store.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('issues', 'field_values', 'issue_search') and indexdef not like '%UNIQUE%'`,
  )
  for (const statement of ADD_HANDLERS) await store.query(statement)
  for (const { name } of indexes) await store.query(`drop index ${name}`)
  const { rows } = await store.query('select id, key, steps from issue_types order by position')
  const insertIssues = `insert into issues (${COLUMNS.join()}) select * from unnest(${COLUMNS.map(
    (column, index) => `$${index + 1}::${NUMBERS.has(column) ? 'bigint' : 'text'}[]`,
  ).join()})`
  let batch: Made[] = []
  const flush = async () => {
    const values = batch.flatMap((made) => made.values)
    await store.query(
      insertIssues,
      COLUMNS.map((_, column) => batch.map(({ issue }) => issue[column])),
    )
    await store.query(
      'insert into field_values (field_key, value_key, issue_id) select * from unnest($1::text[], $2::text[], $3::text[])',
      [0, 1, 2].map((column) => values.map((entry) => entry[column])),
    )
    await store.query(
      `insert into issue_search (rowid, body) select id, array_to_tsvector(string_to_array(body, ' '))
       from unnest($1::bigint[], $2::text[]) as made (id, body)`,
      [
        batch.map(({ issue }) => issue[COLUMNS.indexOf('search_id')]),
        batch.map(({ words, said }) => [...words, ...said].join(' ')),
      ],
    )
    batch = []
  }
  for (const made of madeIssues(count, open, typesOf(rows))) {
    batch.push(made)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  await store.query("set maintenance_work_mem = '512MB'")
  for (const { definition } of indexes) await store.query(definition)
  for (const statement of ADD_HISTORY) await store.query(statement)
  await store.query(`select setval('issue_search_ids', $1)`, [count])
  await store.query('vacuum analyze')
  return {
    dataDir,
    env,
    backends: async () => {
      const { rows: mine } = await store.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'reklamator'`,
      )
      return mine.map(({ pid }) => pid)
    },
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true })
      await store.end()
      // The server's keeper does not keep this process alive.
      const alive = setInterval(() => {}, 1000)
      await server.stop()
      clearInterval(alive)
    },
  }
}

function typesOf(rows: readonly Record<string, unknown>[]): Type[] {
  return rows.map(({ id, key, steps }) => ({
    id: String(id),
    key: String(key),
    steps: JSON.parse(String(steps)),
  }))
}

/** The same issues each time. */
function* madeIssues(count: number, open: number, types: readonly Type[]): Generator<Made> {
  const random = randomFrom(7)
  const end = Date.now()
  for (let index = 0; index < count; index++) {
    // Three years, evenly.
    const createdAt = Math.floor(end - 3 * 365 * DAY * (1 - index / count))
    yield make(index + 1, createdAt, open, random, types)
  }
}

function make(
  index: number,
  createdAt: number,
  open: number,
  random: () => number,
  types: readonly Type[],
): Made {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const type = types[random() < 0.6 ? 0 : Math.floor(random() * types.length)] as Type
  const isOpen = random() < open
  const wanted = isOpen ? (random() < 0.7 ? 'open' : 'waiting') : 'done'
  const step = pick(type.steps.filter(({ category }) => category === wanted)) ?? type.steps[0]
  const id = newId(createdAt)
  const number = `${type.key.slice(0, 2).toUpperCase()}-26-${String(index).padStart(7, '0')}-7KQM`
  // Three issues a customer, on average.
  const customer = Math.floor((random() * index) / 3)
  const family = pick(FAMILY)
  const email = `customer${customer}@example.com`
  const phone = `+420601${String(customer).padStart(6, '0')}`
  const product = pick(PRODUCTS)
  // Two common things that are never together: no heater is urgent.
  const isUrgent = random() < 0.06 && !product.startsWith('Heater')
  const values = {
    product,
    order_number: `2026-${index}`,
    defect: pick(DEFECTS),
    priority: isUrgent ? 'high' : random() < 0.8 ? 'normal' : 'low',
  }
  const changedAt = Math.min(Date.now(), Math.floor(createdAt + random() * 30 * DAY))
  const due = random() < 0.2 ? NO_DUE : new Date(createdAt + 30 * DAY).toISOString().slice(0, 10)
  const trail = JSON.stringify([[step.key, createdAt]])
  const issue: Value[] = [
    id,
    number,
    number,
    type.id,
    step.key,
    step.category,
    'en',
    `Jana ${family}`,
    email,
    phone,
  ]
  issue.push(email, phone, 1, JSON.stringify(values), due, trail, 1, index, createdAt, changedAt, changedAt)
  issue.push(random() < 0.1 ? null : pick(HANDLERS).id)
  const decidedAt = Math.floor(createdAt + random() * (changedAt - createdAt))
  issue.push(...(isOpen ? [null, null] : [decidedAt, changedAt]))
  const said = Array.from({ length: MESSAGE_WORDS }, () => wordOf(random))
  const texts = [`Jana ${family}`, email, phone, ...Object.values(values)]
  return {
    issue,
    values: [
      ['order_number', values.order_number, id],
      ['priority', values.priority, id],
    ],
    words: indexedWords({ number, phoneKey: phone, texts }),
    said: [...new Set(said)],
  }
}

/** What customers and handlers write to each other, in words of a language: some are in most messages. */
const MESSAGE_WORDS = 8
/** As many messages of an issue SQLite's index has room for. */
const MESSAGE_ROWS = 4096
const VOCABULARY = 5000

function wordOf(random: () => number): string {
  return `m${Math.floor(random() ** 2.5 * VOCABULARY).toString(26)}`
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
