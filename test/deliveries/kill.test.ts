import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { STORES, startTestApp, type TestApp } from '../support/app.ts'
import { type SmtpTestServer, startSmtpServer } from '../support/smtp.ts'
import { databaseUrl, letter, newIssue, send } from './support.ts'

const SENDER = fileURLToPath(new URL('sender.ts', import.meta.url))
/** KILLS=300 is the whole of R73; a few tell enough while one works. */
const KILLS = Number(process.env['KILLS'] ?? 5)
const PER_KILL = 8

describe.each(STORES)('kill -9 of a sender (%s)', (store) => {
  let app: TestApp
  let smtp: SmtpTestServer
  beforeAll(async () => {
    app = await startTestApp(store)
    app.clock.now = Date.now()
    smtp = await startSmtpServer()
  })
  afterAll(async () => {
    await smtp.stop()
    await app.stop()
  })

  test(
    `R73 after each of ${KILLS} kills one message at most comes twice, and none is lost`,
    async () => {
      const target = store === 'postgres' ? await databaseUrl(app) : app.dataDir
      const issues = await Promise.all(Array.from({ length: PER_KILL }, () => newIssue(app)))
      const enqueued: string[] = []
      const doubles: number[] = []
      for (let kill = 0; kill < KILLS; kill++) {
        app.clock.now = Date.now() - 3_600_000 * (KILLS - kill)
        enqueued.push(...(await send(app, ...issues.map(({ id }) => letter(id)))))
        const before = smtp.received.length
        const child = start(target, smtp.port)
        const stopAt = before + 1 + Math.floor(Math.random() * PER_KILL)
        if (kill % 2 === 0) {
          // Right when a message has been taken, and its sender cannot know it yet.
          smtp.behave(() => ({ do: smtp.received.length >= stopAt - 1 ? 'take-and-stall' : 'take' }))
          await smtp.untilReceived(stopAt)
        } else {
          await smtp.untilReceived(stopAt)
          await delay(Math.random() * 10)
        }
        await end(child)
        smtp.behave(() => ({ do: 'take' }))
        smtp.release()
        doubles.push(repeated(smtp))
        // Nobody else waits until the lease of the dead is over.
        await app.db.transaction((tx) =>
          tx.query
            .updateTable('deliveries')
            .set({ next_at: 0, lease: null })
            .where('state', '=', 'pending')
            .execute(),
        )
      }
      const last = start(target, smtp.port)
      await vi.waitUntil(async () => (await pending(app)) === 0, { timeout: 60_000, interval: 20 })
      await end(last)

      expect(enqueued).toHaveLength(KILLS * PER_KILL)
      const arrived = new Set(smtp.received.map(({ messageId }) => messageId))
      expect(arrived).toEqual(new Set(enqueued.map((id) => `<${id}@localhost>`)))
      expect(repeated(smtp)).toBeLessThanOrEqual(KILLS)
      for (const [kill, count] of doubles.entries()) {
        expect(count, `before kill ${kill}`).toBeLessThanOrEqual(kill)
      }
      if (process.env['KILLS'])
        process.stdout.write(`${store}: ${KILLS} kills, ${repeated(smtp)} of ${arrived.size} came twice\n`)
    },
    60_000 + KILLS * 5000,
  )
})

function start(store: string, port: number): ChildProcess {
  return spawn(process.execPath, [SENDER, store, String(port)], { stdio: ['pipe', 'inherit', 'inherit'] })
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.signalCode === null) await once(child, 'exit')
}

/** How many messages came beyond the first of their id. */
function repeated({ received }: SmtpTestServer): number {
  return received.length - new Set(received.map(({ messageId }) => messageId)).size
}

async function pending(app: TestApp): Promise<number> {
  const rows = await app.db.read
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'pending')
    .execute()
  return rows.length
}
