import { expect, test } from 'vitest'
import { conditionOf, groupOf, pathOf } from './conditions'

test('what only the editor keeps is left out, at any depth', () => {
  const group = {
    id: 'a',
    combinator: 'and',
    not: false,
    rules: [
      { id: 'b', field: 'due', operator: 'null', valueSource: 'value', value: '' },
      {
        id: 'c',
        combinator: 'or',
        not: true,
        rules: [{ id: 'd', field: 'number', operator: '=', value: '1' }],
      },
    ],
  }
  expect(conditionOf(group)).toEqual({
    combinator: 'and',
    rules: [
      { field: 'due', operator: 'null' },
      { combinator: 'or', not: true, rules: [{ field: 'number', operator: '=', value: '1' }] },
    ],
  })
})

test('an empty group asks for nothing', () => {
  expect(conditionOf(groupOf(null))).toBeNull()
})

test('parts are named as the API names them', () => {
  expect(pathOf([])).toBe('condition')
  expect(pathOf([0, 2])).toBe('condition.rules.0.rules.2')
})
