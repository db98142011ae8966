import { describe, expect, test } from 'vitest'
import { formatsOf, PAGE_LOCALES } from '../../base/index.ts'
import { PAGE_LANGUAGES, type PluralForms } from './index.ts'

const source = Object.entries(PAGE_LANGUAGES.en.messages)

describe.each(PAGE_LOCALES.map(({ tag }) => tag))('the texts in %s', (tag) => {
  const language = PAGE_LANGUAGES[tag]
  const messages: Readonly<Record<string, string | PluralForms>> = language.messages

  test('are under their own tag and in a locale that Intl knows', () => {
    expect(language.tag).toBe(tag)
    expect(Intl.DateTimeFormat.supportedLocalesOf(formatsOf(tag))).toEqual([formatsOf(tag)])
  })

  test('are all there, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(source.map(([key]) => key).toSorted())
  })

  test.each(source)('%s has the same placeholders', (key, english) => {
    const text = messages[key]
    for (const form of formsOf(text)) expect(placeholders(form)).toEqual(placeholders(formsOf(english)[0]))
  })

  test('have every plural form of the language', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted()
    const plurals = Object.values(messages).filter((text) => typeof text !== 'string')
    expect(plurals.map((forms) => Object.keys(forms).toSorted())).toEqual(plurals.map(() => categories))
  })

  test('are written with care', () => {
    const careless = Object.values(messages)
      .flatMap(formsOf)
      .filter((form) => form.trim() !== form || /^$|["'!]|\.\.\.| {2}/.test(form))
    expect(careless).toEqual([])
  })
})

test.each(['cs', 'sk', 'pl'] as const)('no line of a text in %s ends in a one-letter word', (tag) => {
  for (const text of Object.values(PAGE_LANGUAGES[tag].messages))
    for (const form of formsOf(text)) expect(form).not.toMatch(/(^|\s)\p{L} /u)
})

test('the languages stand in the order of their own names', () => {
  const names = PAGE_LOCALES.map(({ name }) => name)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
})

function formsOf(text: string | PluralForms | undefined): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text ?? {})
}

function placeholders(text: string | undefined): readonly string[] {
  return (text?.match(/\{\w+\}/g) ?? []).toSorted()
}
