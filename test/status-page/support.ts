import { expect } from 'vitest'
import type { Schema } from '../../src/db/index.ts'
import type { TestApp } from '../support/app.ts'
import { call, expectCall, lookUp, nextAddress } from '../support/calls.ts'

export type Response = Awaited<ReturnType<typeof lookUp>>

/** Changes settings of a type's status page through the API. */
export async function setPage(app: TestApp, settings: object, type = 'warranty'): Promise<void> {
  await expectCall(200, app, 'PUT', `/issue-types/${type}/status-page`, settings)
}

/** Sets what a type's status page shows; a name alone is a field without a label of its own. */
export async function setPageView(
  app: TestApp,
  fields: readonly (string | { field: string; label: Record<string, string> })[],
  type = 'warranty',
): Promise<void> {
  const lines = fields.map((field) => (typeof field === 'string' ? { field } : field))
  await expectCall(200, app, 'PUT', `/issue-types/${type}/views/status-page`, { fields: lines })
}

/** Forgets all counters, so that a test may fail as often as it likes. */
export async function forgetAttempts(app: TestApp): Promise<void> {
  await app.db.transaction((tx) => tx.query.deleteFrom('throttle').execute())
}

export async function rowsOf<Table extends keyof Schema>(app: TestApp, table: Table) {
  const { rows } = await app.db.read.executeQuery(
    app.db.read
      .selectFrom(table as 'throttle')
      .selectAll()
      .compile(),
  )
  return rows
}

/** All that a visitor gets of an answer, but what says when it was made. */
export function everythingOf(response: Response) {
  const { date: _date, ...headers } = response.headers
  return { status: response.statusCode, headers, body: response.body }
}

/** Attaches a text file and answers its id. */
export async function attachText(
  app: TestApp,
  number: string,
  file: { name: string; text: string; public: boolean },
): Promise<string> {
  const parts = [
    `--b\r\ncontent-disposition: form-data; name="public"\r\n\r\n${file.public}\r\n`,
    `--b\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n`,
    `content-type: text/plain\r\n\r\n${file.text}\r\n--b--\r\n`,
  ]
  const response = await app.app.inject({
    method: 'POST',
    url: `/api/v1/issues/${encodeURIComponent(number)}/attachments`,
    headers: {
      authorization: `Bearer ${app.tokens.admin}`,
      'content-type': 'multipart/form-data; boundary=b',
    },
    payload: parts.join(''),
  })
  expect(response.statusCode, response.body).toBe(201)
  return response.json<{ id: string }>().id
}

/** Fails `times` times, each time as another visitor with another contact, and answers the statuses. */
export async function failAt(app: TestApp, issue: string, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let index = 0; index < times; index++) {
    const contact = `stranger-${nextAddress()}@example.org`
    statuses.push((await lookUp(app, { issue, contact })).statusCode)
  }
  return statuses
}

export async function deleteTestIssue(app: TestApp, number: string): Promise<void> {
  const { status, text } = await call(app, 'DELETE', `/issues/${encodeURIComponent(number)}`)
  expect(status, text).toBe(204)
}

/** Any number that no issue has. */
export function unknownNumber(): string {
  return `XX-${nextAddress().replaceAll('.', '-')}`
}
