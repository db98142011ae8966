import type { TestApp } from '../support/app.ts'
import { enqueueText } from '../../src/sms/index.ts'
import { newIssue } from '../deliveries/support.ts'

let texts = 0
let numbers = 0

/** A phone number that no other test sends to. */
export function newNumber(): string {
  return `+420602${String(100_000 + ++numbers)}`
}

/** Puts a text message on its way in a transaction of its own; answers its id. */
export async function sendText(
  app: TestApp,
  to: string,
  more: { text?: string; issueId?: string; uniqueKey?: string; settings?: TestApp['settings'] } = {},
): Promise<string> {
  const issueId = more.issueId ?? (await newIssue(app)).id
  const id = await app.db.transaction((tx) =>
    enqueueText(tx, app.clock.now, more.settings ?? app.settings, {
      issueId,
      eventId: null,
      ruleId: null,
      templateKey: 'ready-text',
      uniqueKey: more.uniqueKey ?? `text ${++texts}`,
      to,
      locale: 'en',
      text: more.text ?? 'It is ready.',
    }),
  )
  return id ?? ''
}

/** What the gateway was sent, parsed. */
export function sentTo(gateway: { received: { body: string }[] }) {
  return gateway.received.map(({ body }) => JSON.parse(body))
}
