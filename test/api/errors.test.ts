import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ERRORS } from '../../src/base/index.ts'

test('the documentation explains every error with its status, and no other', () => {
  const guide = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const explained = [...guide.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ])
  expect(Object.fromEntries(explained)).toEqual(
    Object.fromEntries(Object.entries(ERRORS).map(([code, { status }]) => [code, status])),
  )
})
