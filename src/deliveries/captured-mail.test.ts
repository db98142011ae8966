import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openCapturedMail } from './index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-mail-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
const mail = openCapturedMail(dataDir)
const files = () =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1))
    .toSorted()

test('a mail is kept whole, for its owner alone, and replaced by a second attempt', async () => {
  const one = { id: 'one', issueId: 'issue' }
  expect(await mail.read(one)).toBeNull()
  await mail.keep(one, Buffer.from('first'))
  await mail.keep(one, Buffer.from('second'))
  expect(String(await mail.read(one))).toBe('second')
  expect(files()).toEqual(['mail/issue/one.eml'])
  expect(statSync(join(dataDir, 'mail/issue/one.eml')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'mail/issue')).mode & 0o777).toBe(0o700)
})

test('R66 goes with its issue, by age, and when its issue is not known', async () => {
  const all = async (ids: readonly string[]) => new Set(ids)
  for (const [issueId, id] of [
    ['issue', 'two'],
    ['gone', 'three'],
    ['other', 'four'],
  ] as const) {
    await mail.keep({ id, issueId }, Buffer.from(id))
  }
  await mail.forgetIssue('other')
  expect(files()).toEqual(['mail/gone/three.eml', 'mail/issue/one.eml', 'mail/issue/two.eml'])

  const day = 24 * 3600 * 1000
  const old = (Date.now() - 31 * day) / 1000
  utimesSync(join(dataDir, 'mail/issue/one.eml'), old, old)
  writeFileSync(join(dataDir, 'mail/issue/half.eml.part'), '')
  await mail.sweep(Date.now(), all)
  expect(files()).toEqual(['mail/gone/three.eml', 'mail/issue/half.eml.part', 'mail/issue/two.eml'])
  await mail.sweep(Date.now() + day, async () => new Set(['issue']))
  expect(files()).toEqual(['mail/issue/two.eml'])
  await mail.sweep(Date.now() + 31 * day, all)
  expect(readdirSync(join(dataDir, 'mail'))).toEqual([])
})
