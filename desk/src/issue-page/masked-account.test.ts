import { expect, test } from 'vitest'
import { maskedAccount } from './masked-account'

test.each([
  ['', ''],
  ['1234', '••••'],
  ['CZ6508000000192000145399', '•••• 5399'],
  ['19-2000145399/0800', '•••• 0800'],
])('%o is shown as %o', (account, shown) => {
  expect(maskedAccount(account)).toBe(shown)
})
