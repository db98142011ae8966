import { argon2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkPassword, hashPassword, isOutdated, passwordMatches } from './passwords.ts'

describe('R58 passwords', () => {
  test('are kept as argon2id, each with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('the same words'), hashPassword('the same words')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await passwordMatches('the same words', one)).toBe(true)
    expect(await passwordMatches('other words', one)).toBe(false)
    expect(await passwordMatches('the same words', null)).toBe(false)
    expect(await passwordMatches('the same words', 'nonsense')).toBe(false)
    expect(isOutdated(one)).toBe(false)
  })

  test('of another cost still match, and are outdated', async () => {
    const nonce = Buffer.alloc(16, 7)
    const cost = { memory: 8192, passes: 1, parallelism: 1 }
    const hash = argon2Sync('argon2id', { message: 'the same words', nonce, tagLength: 32, ...cost })
    const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
    const stored = `$argon2id$v=19$m=8192,t=1,p=1$${plain(nonce)}$${plain(hash)}`
    expect(await passwordMatches('the same words', stored)).toBe(true)
    expect(isOutdated(stored)).toBe(true)
  })

  test.each([
    ['eleven byte', /at least 12/],
    ['QWERTY123456', /most used/],
    ['1qaz2wsx3edc', /most used/],
    ['abcabcabcabcabc', /most used/],
    ['x'.repeat(1025), /at most 1024/],
    ['é'.repeat(513), /at most 1024/],
  ])('%s is refused', (password, why) => {
    expect(() => checkPassword('password', password)).toThrow(why)
  })

  test.each(['twelve bytes', 'ěščřžý', 'é'.repeat(5) + 'abcd', 'a quite long one '.repeat(60)])(
    '%s is taken',
    (password) => {
      expect(() => checkPassword('password', password)).not.toThrow()
    },
  )
})
