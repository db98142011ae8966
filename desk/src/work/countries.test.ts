import { expect, test } from 'vitest'
import { countriesIn } from './countries'

test('countries are told by their names, each once, and none that is no more', () => {
  const countries = countriesIn('cs')
  expect(countries).toContainEqual({ value: 'CZ', label: 'Česko' })
  expect(new Set(countries.map(({ label }) => label)).size).toBe(countries.length)
  const codes = countries.map(({ value }) => value)
  for (const gone of ['DD', 'SU', 'YU', 'UK', 'EU', 'ZZ']) expect(codes).not.toContain(gone)
})
