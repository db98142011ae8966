import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'

interface PostgresDatabase {
  /** A superuser's, of this database. */
  url: string
  /** To be used as a template, when no connection to it is open any more. */
  name: string
  /** Also ends the connections that are still open. */
  drop: () => Promise<void>
}

/**
 * Makes a fresh database on the server of the run: inject('postgresUrl').
 * @param template the database to copy; nobody may be connected to it
 */
export async function createPostgresDatabase(
  serverUrl: string,
  template = 'template0',
): Promise<PostgresDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`
  await execute(serverUrl, `create database ${name} template ${escapeIdentifier(template)}`)
  return {
    url: urlOf(serverUrl, name),
    name,
    drop: () => execute(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

/**
 * Makes a database to copy from once for the whole run, whoever asks first, and answers its name.
 * @param prepare fills the database and ends its connections
 */
export async function createPostgresTemplate(
  serverUrl: string,
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<string> {
  const client = new Client(serverUrl)
  await client.connect()
  try {
    // One at a time, in all processes of the run; the end of the connection unlocks.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return name
    const draft = await createPostgresDatabase(serverUrl)
    await prepare(draft.url)
    await client.query(`alter database ${draft.name} rename to ${escapeIdentifier(name)}`)
    return name
  } finally {
    await client.end()
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function execute(serverUrl: string, statement: string): Promise<void> {
  const client = new Client(serverUrl)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
