import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSeal } from './seal.ts'

const SECRET = 'a secret of at least thirty-two bytes'
const { seal, unseal } = openSeal(SECRET, 'tests')

test('R64 what was sealed opens with the same secret, purpose and owner, and with nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, about) => {
      const sealed = seal(text.toWellFormed(), about)
      expect(unseal(sealed, about)).toBe(text.toWellFormed())
      expect(seal(text.toWellFormed(), about)).not.toBe(sealed)
      expect(unseal(sealed, `${about}!`)).toBeNull()
      expect(openSeal(SECRET, 'others').unseal(sealed, about)).toBeNull()
      expect(openSeal(`${SECRET}!`, 'tests').unseal(sealed, about)).toBeNull()
    }),
  )
})

test('R64 a changed byte, a part, or something else is not opened', () => {
  const sealed = seal('whsec_secret', 'one')
  expect(sealed).not.toContain('secret')
  fc.assert(
    fc.property(fc.integer({ min: 3, max: sealed.length - 1 }), (at) => {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
      // The last letter has bits that say nothing.
      if (Buffer.from(changed.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url'))) return
      expect(unseal(changed, 'one')).toBeNull()
      expect(unseal(sealed.slice(0, at), 'one')).toBeNull()
    }),
  )
  for (const text of ['', 'v1.', 'v2.AAAA', 'whsec_plain', 'v1.!!!!']) expect(unseal(text, 'one')).toBeNull()
})
