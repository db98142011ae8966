import { describe, expect, test } from 'vitest'
import { type Composer, openComposer, VARIABLES } from './index.ts'
import { SAMPLE_CONFIGURATION, SAMPLE_TEMPLATE, sampleContext } from './samples.ts'

const { compose, checkTemplate }: Composer = await openComposer()

describe('the sample', () => {
  test('has no errors', () => {
    expect(checkTemplate(SAMPLE_TEMPLATE, SAMPLE_CONFIGURATION.fieldByKey)).toEqual([])
  })

  test.each(['en', 'cs', 'sk', 'pl', 'de'])('is composed in %s without warnings', (locale) => {
    const message = compose(SAMPLE_TEMPLATE, sampleContext({ locale }))
    expect(message).toMatchObject({ locale, warnings: [] })
    expect(message.html).toContain(`<html lang="${locale}"`)
  })
})

test('every variable of the table can be named, and stands for something', () => {
  const names = Object.keys(VARIABLES)
  const body = { en: names.map((name) => `${name}: {{ ${name} }}`).join('\n') }
  const template = { subject: { en: 'x' }, body }
  expect(checkTemplate(template, new Map())).toEqual([])
  const { warnings } = compose(template, sampleContext({ message: 'Hello' }))
  // Nobody handles the sample.
  expect(warnings.map(({ at }) => at)).toEqual(['handler_name'])
})
