import { expect, test } from 'vitest'
import { instantOf, localTimeOf } from './local-time'

test.each(['2026-11-09T10:30:00.000Z', '2026-07-01T23:59:00.000Z', '2026-01-01T00:00:00.000Z'])(
  '%s comes back as it went into the control',
  (instant) => {
    expect(localTimeOf(instant)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    expect(instantOf(localTimeOf(instant))).toBe(instant)
  },
)

test.each(['', 'soon', '2026-13-40T10:00'])('%o is no time', (text) => {
  expect(localTimeOf(text)).toBe('')
  expect(instantOf(text)).toBe('')
})
