import { readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'

describe('what is erased is gone', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp('sqlite')
  })
  afterAll(async () => {
    await app.stop()
  })

  test('R66 an erased issue leaves nothing in the file of the store', async () => {
    const canary = 'canaryzebra'
    const { number } = await openTestIssue(app, {
      contact: { name: canary, email: `${canary}@example.com` },
      values: { defect: `${canary} leaks` },
    })
    await expectCall(201, app, 'POST', `/issues/${number}/messages`, { body: `about ${canary}` })
    await expectCall(204, app, 'DELETE', `/issues/${number}`)
    expect((await call(app, 'GET', `/issues/${number}`)).status).toBe(404)
    await app.db.close()
    for (const name of ['reklamator.sqlite', 'reklamator.sqlite-wal']) {
      let content = ''
      try {
        content = readFileSync(join(app.dataDir, name), 'latin1')
      } catch {
        // Closed cleanly: there is no log left.
      }
      expect(content.includes(canary), name).toBe(false)
    }
  })

  test('R49 a file that nothing names is swept after an hour, one that an attachment names stays', async () => {
    const received = await app.files.receive(Readable.from([Buffer.from('x')]), 10)
    await received.keep()
    const path = join(app.dataDir, 'files', received.storageKey.slice(0, 2), received.storageKey)
    const twoHoursAgo = Date.now() / 1000 - 7200
    utimesSync(path, twoHoursAgo, twoHoursAgo)
    await app.files.sweep(Date.now(), async () => true)
    expect(readFileSync(path, 'utf8')).toBe('x')
    await app.files.sweep(Date.now(), async () => false)
    expect(() => readFileSync(path)).toThrow(/ENOENT/)
  })
})
