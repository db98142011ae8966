import { expect, test } from 'vitest'
import { rest as cs } from './cs/rest'
import { rest as de } from './de/rest'
import { rest as en } from './en/rest'
import { markupSentences } from './en/markup-sentences'
import { sentences } from './en/sentences'
import { rest as pl } from './pl/rest'
import { rest as sk } from './sk/rest'
import { speaker } from './speak'

const LANGUAGES = { cs, de, pl, sk }

test('a sentence of the API is said in the language of whoever reads it', () => {
  expect(cs.problems.message('a text is needed')).toBe('Zadejte text.')
  expect(sk.problems.message('there is no step lost in warranty')).toBe(
    'Krok „lost“ v druhu „warranty“ nie je.',
  )
  expect(de.problems.message('Too big: expected string to have <=60 characters')).toBe(
    'Höchstens 60 Zeichen.',
  )
  expect(pl.problems.message('a token {seq:n} or {rand:n} is needed, or all numbers would be the same')).toBe(
    'Dodaj {seq:n} lub {rand:n}, inaczej wszystkie numery byłyby takie same.',
  )
})

test('people read words of people in English too', () => {
  expect(en.problems.message('Invalid input: expected string, received undefined')).toBe('This is needed.')
  expect(en.problems.message('a text is needed')).toBe('A text is needed.')
})

test('a sentence within a sentence is said as well', () => {
  expect(
    cs.problems.message('line 3, column 14: there is no variable custmer_name; did you mean customer_name?'),
  ).toBe('Řádek 3, sloupec 14: proměnná „custmer_name“ neexistuje; nemysleli jste „customer_name“?')
})

test('what is in the text that differs is never taken for a part of the sentence', () => {
  const speak = speaker({
    'there is no {what}': '{what} není',
    'there is no {what}; try {other}': '{what} není, ale {other} ano',
  })
  expect(speak('there is no $& {other}\n(.*)')).toBe('$& {other}\n(.*) není.')
  expect(speak('there is no a; try b')).toBe('A není, ale b ano.')
})

test('what is not known is said as it came', () => {
  expect(cs.problems.message('the moon is needed')).toBe('the moon is needed')
})

test.each(Object.entries(LANGUAGES))('nothing of the catalogue stays English in %s', (_, { problems }) => {
  const same = Object.keys({ ...sentences, ...markupSentences }).filter(
    (sentence) => problems.message(sentence) === en.problems.message(sentence),
  )
  expect(same).toEqual([])
})
