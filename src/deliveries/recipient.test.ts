import { expect, test } from 'vitest'
import type { ChannelName } from './delivery.ts'
import { recipientProblem } from './recipient.ts'

test.each<[ChannelName, string, boolean]>([
  ['email', 'jana@example.com', true],
  ['email', 'jana@example.com, petr@example.com', false],
  ['email', '+420601123456', false],
  ['sms', '+420601123456', true],
  ['sms', '+4206011', false],
  ['sms', '601123456', false],
  ['sms', '+420 601 123 456', false],
  ['sms', '+420601123456\n', false],
  ['sms', 'jana@example.com', false],
  ['webhook', '019f0000-0000-7000-8000-000000000000', true],
  ['webhook', 'https://example.com/', false],
  ['webhook', '', false],
])('R43 over %s to %j: %s', (channel, to, isAllowed) => {
  expect(recipientProblem(channel, to) === null).toBe(isAllowed)
})
