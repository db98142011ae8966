import { DAY, HOUR } from '../../src/base/index.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import type { TestApp } from '../support/app.ts'
import { makeRule } from '../rules/support.ts'

/** A rule that adds a note when time starts it, which tells what fired; answers its id. */
export function noteRule(app: TestApp, trigger: object, more: object = {}): Promise<string> {
  return makeRule(app, { trigger, actions: [{ do: 'note', body: JSON.stringify(trigger) }], ...more })
}

/** What time has started for an issue, in its order: kind and what it was about. */
export async function startedFor(app: TestApp, number: string): Promise<string[]> {
  const { json } = await expectCall(200, app, 'GET', `/issues/${number}/events?limit=200`)
  const events: { kind: string; data: Record<string, string | number | null> }[] = json.items
  return events
    .filter(({ kind }) => /^(deadline\.(near|passed)|waiting|schedule)/.test(kind))
    .map(({ kind, data }) =>
      ['before', 'at', 'after', 'for', 'tick'].reduce(
        (line, member) =>
          data[member] === undefined || data[member] === null ? line : `${line} ${data[member]}`,
        kind,
      ),
    )
}

/** The bodies of an issue's notes. */
export async function notesOf(app: TestApp, number: string): Promise<string[]> {
  const { json } = await expectCall(200, app, 'GET', `/issues/${number}/messages?limit=200`)
  return json.items.map(({ body }: { body: string }) => body)
}

/** An issue that is due on a day of its own, whatever the rules of its type say. */
export async function dueIssue(app: TestApp, due: string, more: object = {}): Promise<string> {
  const { number } = await openTestIssue(app, { due, ...more })
  await app.drain()
  return number
}

/** Lets time go by in steps of an hour, with a worker that works all along. */
export async function live(app: TestApp, days: number, step = 6 * HOUR): Promise<void> {
  for (let passed = 0; passed < days * DAY; passed += step) {
    app.clock.advance(step)
    await app.drain()
  }
}
