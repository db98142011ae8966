import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DAY, newId } from '../src/base/index.ts'
import { sqliteFile } from '../src/db/index.ts'
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

/** How many users handle issues, all about the same number; one in ten issues has no handler. */
const HANDLERS = 20

type Type = { id: string; key: string; steps: { key: string; category: string }[] }

/** A data folder with very many issues, written past the program: what counts is the size of its lists. */
export async function makeManyIssues(count: number): Promise<{ dataDir: string; remove: () => void }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-many-'))
  await (await serveInstallation(dataDir)).stop()
  const store = new DatabaseSync(sqliteFile(dataDir))
  store.exec('pragma synchronous = off; pragma cache_size = -400000')
  const random = randomFrom(7)
  const types = typesOf(store)
  const put = prepare(store, addHandlers(store))
  const end = Date.now()
  store.exec('begin')
  for (let index = 0; index < count; index++) {
    // Three years, evenly; nine in ten are done, and the youngest are the open ones.
    const createdAt = Math.floor(end - 3 * 365 * DAY * (1 - index / count))
    put(index + 1, createdAt, random, types)
  }
  store.exec('commit; pragma optimize')
  store.close()
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

function typesOf(store: DatabaseSync): Type[] {
  return store
    .prepare('select id, key, steps from issue_types order by position')
    .all()
    .map((row) => ({ id: String(row.id), key: String(row.key), steps: JSON.parse(String(row.steps)) }))
}

/** Answers their ids. */
function addHandlers(store: DatabaseSync): string[] {
  const user = store.prepare(
    `insert into users (id, email, email_key, name, role, public_name, locale, active, version, created_at, changed_at)
     values (?, ?, ?, ?, 'handler', 'Service team', null, 1, 1, ?, ?)`,
  )
  const ids = Array.from({ length: HANDLERS }, (_, index) => {
    const now = Date.now()
    const [id, email] = [newId(now), `handler${index}@shop.example`]
    user.run(id, email, email, `Handler ${index}`, now, now)
    return id
  })
  store.exec('update config_version set version = version + 1')
  return ids
}

function prepare(store: DatabaseSync, handlers: readonly string[]) {
  const issue = store.prepare(
    `insert into issues (id, number, number_key, issue_type_id, step, category, locale, contact_name, contact_email,
       contact_phone, email_key, phone_key, contact_version, field_values, due, trail, version, search_id, created_at,
       changed_at, public_changed_at, handler_id)
     values (?, ?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?, 1, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
  )
  const value = store.prepare('insert into field_values (field_key, value_key, issue_id) values (?, ?, ?)')
  const search = store.prepare('insert into issue_search (rowid, body) values (?, ?)')
  return (index: number, createdAt: number, random: () => number, types: readonly Type[]) => {
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
    const type = types[random() < 0.6 ? 0 : Math.floor(random() * types.length)] as Type
    const isYoung = random() < 0.05
    const wanted = isYoung ? (random() < 0.7 ? 'open' : 'waiting') : 'done'
    const step = pick(type.steps.filter(({ category }) => category === wanted)) ?? type.steps[0]
    const id = newId(createdAt)
    const number = `${type.key.slice(0, 2).toUpperCase()}-26-${String(index).padStart(7, '0')}-7KQM`
    // Three issues a customer, on average.
    const customer = Math.floor((random() * index) / 3)
    const name = `Jana ${pick(FAMILY)}`
    const email = `customer${customer}@example.com`
    const phone = `+420601${String(customer).padStart(6, '0')}`
    const values = {
      product: pick(PRODUCTS),
      order_number: `2026-${index}`,
      defect: pick(DEFECTS),
      priority: random() < 0.05 ? 'high' : random() < 0.8 ? 'normal' : 'low',
    }
    const changedAt = Math.min(Date.now(), Math.floor(createdAt + random() * 30 * DAY))
    const due = random() < 0.2 ? NO_DUE : new Date(createdAt + 30 * DAY).toISOString().slice(0, 10)
    const trail = JSON.stringify([[step.key, createdAt]])
    const stored = JSON.stringify(values)
    const keys = [id, number, number, type.id, step.key, step.category]
    const contact = [name, email, phone, email, phone]
    const handler = random() < 0.1 ? null : pick(handlers)
    issue.run(...keys, ...contact, stored, due, trail, index, createdAt, changedAt, changedAt, handler)
    value.run('order_number', values.order_number, id)
    value.run('priority', values.priority, id)
    search.run(index, `${number} ${name} ${email} ${phone} ${Object.values(values).join(' ')}`)
  }
}

/** The same issues each time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
