import { expect, test } from 'vitest'
import { countryProblem } from './limits.ts'

test.each([
  ['+420601123456', ['CZ'], true],
  ['+421901123456', ['CZ'], false],
  ['+421901123456', ['CZ', 'SK'], true],
  ['+14155552671', ['US'], true],
  // The Caribbean shares +1 with the United States, and is not meant by them.
  ['+18765550123', ['US'], false],
  ['+18095551234', ['US', 'CA'], false],
  ['+77710009998', ['RU'], false],
  ['+447400123456', ['GB'], true],
  ['+447911654321', ['GB'], false],
  ['+447911654321', ['GB', 'GG', 'IM', 'JE'], true],
  // Satellites and other networks of no country.
  ['+882161234567', ['CZ'], false],
  ['+99912345678', ['CZ'], false],
])('R19 a text message to %s where %j are allowed: %s', (to, allowed, mayLeave) => {
  expect(countryProblem(to, allowed) === null).toBe(mayLeave)
})
