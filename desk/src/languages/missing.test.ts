import { expect, test } from 'vitest'
import { missingIn, sumOf } from './missing'

const locales = ['en', 'cs']

test('a text that one language has and another has not is missing there, however deep it lies', () => {
  const steps = [
    { key: 'new', name: { en: 'New', cs: 'Nový' } },
    { key: 'repair', name: { en: 'Repair' }, publicName: { en: ' ', cs: 'Opravujeme' } },
  ]
  expect(missingIn({ steps }, locales)).toEqual({ en: 1, cs: 1 })
})

test('what no language has is empty, not missing; other members are no texts', () => {
  expect(missingIn({ header: { en: '', cs: '' }, empty: {}, key: 'en', url: null }, locales)).toEqual({
    en: 0,
    cs: 0,
  })
  expect(sumOf({ en: 2, cs: 3 })).toBe(5)
})
