import { Client } from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { createPostgresDatabase, createPostgresTemplate } from './postgres.ts'

const server = inject('postgresUrl')
const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends) await end()
})

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client(url)
  await client.connect()
  try {
    const result = await client.query<Record<string, unknown>>(statement)
    return result.rows
  } finally {
    await client.end()
  }
}

test('gives each caller a database of its own', async () => {
  const [first, second] = await Promise.all([createPostgresDatabase(server), createPostgresDatabase(server)])
  ends.push(first.drop, second.drop)
  await query(first.url, 'create table seen (word text)')
  expect(await query(second.url, "select to_regclass('seen') as seen")).toEqual([{ seen: null }])
})

test('speaks every language, whatever locales the machine has', async () => {
  const rows = await query(
    server,
    "select lower('ŘEŘICHA') as word, 'ď' collate \"cs-x-icu\" < 'e' as sorted",
  )
  expect(rows).toEqual([{ word: 'řeřicha', sorted: true }])
})

test('makes a template once and copies it', async () => {
  let prepared = 0
  const prepare = async (url: string) => {
    prepared += 1
    await query(url, 'create table seen as select 7 as number')
  }
  const ask = () => createPostgresTemplate(server, 'template_for_a_test', prepare)
  const [name] = await Promise.all([ask(), ask(), ask()])
  const copy = await createPostgresDatabase(server, name)
  ends.push(copy.drop)
  expect(prepared).toBe(1)
  expect(await query(copy.url, 'select number from seen')).toEqual([{ number: 7 }])
})

test('drops a database that is still in use', async () => {
  const database = await createPostgresDatabase(server)
  const client = new Client(database.url)
  const errors: string[] = []
  client.on('error', (error) => errors.push(error.message))
  const ended = new Promise((resolve) => client.once('end', resolve))
  await client.connect()
  await database.drop()
  await ended
  expect(errors[0]).toContain('terminating connection')
})
