import { describe, expect, test } from 'vitest'
import { extended, toggled } from './selection'

describe('selecting', () => {
  const order = ['a', 'b', 'c', 'd', 'e']
  test.each<[string[], string, string[]]>([
    [[], 'b', ['b']],
    [['b'], 'b', []],
    [['b'], 'd', ['b', 'd']],
  ])('%j and %s make %j', (chosen, one, expected) => {
    expect([...toggled(new Set(chosen), one)]).toEqual(expected)
  })

  test.each<[string[], string | null, string, string[]]>([
    [['b'], 'b', 'd', ['b', 'c', 'd']],
    [['d'], 'd', 'b', ['d', 'b', 'c']],
    [['a'], null, 'c', ['a', 'c']],
    [['a'], 'gone', 'c', ['a', 'c']],
  ])('%j from %s to %s make %j', (chosen, from, to, expected) => {
    expect([...extended(new Set(chosen), order, from, to)]).toEqual(expected)
  })
})
