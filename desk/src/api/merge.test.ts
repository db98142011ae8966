import { describe, expect, test } from 'vitest'
import { isSame, merge } from './merge'

type Page = { header: Record<string, string>; css: string; enabled: boolean }
const base: Page = { header: { en: 'Hello', cs: 'Dobrý den' }, css: 'a{}', enabled: true }

describe('what two people made of the same', () => {
  test.each<[string, Partial<Page>, Partial<Page>, Partial<Page>, string[]]>([
    ['nobody changed anything', {}, {}, {}, []],
    ['only I did', { css: 'b{}' }, {}, { css: 'b{}' }, []],
    ['only they did', {}, { css: 'c{}' }, { css: 'c{}' }, []],
    ['each another member', { css: 'b{}' }, { enabled: false }, { css: 'b{}', enabled: false }, []],
    ['both the same way', { enabled: false }, { enabled: false }, { enabled: false }, []],
    ['both the same member', { css: 'b{}' }, { css: 'c{}' }, { css: 'b{}' }, ['css']],
    [
      'both in one member of several languages',
      { header: { ...base.header, en: 'Hi' } },
      { header: { ...base.header, cs: 'Ahoj' } },
      { header: { ...base.header, en: 'Hi' } },
      ['header'],
    ],
  ])('%s', (_what, mine, theirs, expected, clashing) => {
    const { merged, clashes } = merge(base, { ...base, ...mine }, { ...base, ...theirs })
    expect(merged).toEqual({ ...base, ...expected })
    expect(clashes.map(({ member }) => member)).toEqual(clashing)
  })

  test('a clash tells all three values', () => {
    const { clashes } = merge(base, { ...base, css: 'b{}' }, { ...base, css: 'c{}' })
    expect(clashes).toEqual([{ member: 'css', base: 'a{}', mine: 'b{}', theirs: 'c{}' }])
  })

  test('the order of members changes nothing', () => {
    expect(isSame({ a: 1, b: { c: 2, d: [3] } }, { b: { d: [3], c: 2 }, a: 1 })).toBe(true)
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  })
})
