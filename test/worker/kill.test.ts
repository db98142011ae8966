import { randomInt } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { STORES, type StoreKind } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { killAmid, program, type Server } from '../support/program.ts'
import { type SmtpTestServer, startSmtpServer } from '../support/smtp.ts'

/** Set to 300 for the long run; each takes one or two seconds. */
const KILLS = Number(process.env['KILLS'] ?? 5)

describe.each(STORES)('R72 R73 the program is killed in the midst of its work (%s)', (store: StoreKind) => {
  let smtp: SmtpTestServer
  let reklamator: ReturnType<typeof program>
  let drop: () => Promise<void> = async () => {}
  /** What a killed process had in hand is free after three minutes: here at once. */
  let endLeases: () => Promise<void> = async () => {}
  beforeAll(async () => {
    smtp = await startSmtpServer()
    const database = store === 'postgres' ? await createPostgresDatabase(inject('postgresUrl')) : null
    if (database) {
      drop = database.drop
      endLeases = async () => {
        const client = new Client(database.url)
        await client.connect()
        await client.query("update deliveries set next_at = 0, lease = null where state = 'pending'")
        await client.end()
      }
    }
    reklamator = program({
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      ...(database ? { DATABASE_URL: database.url } : {}),
    })
  })
  afterAll(async () => {
    reklamator.remove()
    await smtp.stop()
    await drop()
  })

  test(`${KILLS} times: what was answered has its mail, and a kill doubles one at most`, {
    timeout: KILLS * 20_000,
  }, async () => {
    /** Addresses of issues that were answered with 201. */
    const acknowledged: string[] = []
    let token = ''
    let made = 0
    const open = async (server: Server) => {
      const email = `customer${++made}@example.com`
      const reply = await fetch(`${server.url}/api/v1/issues`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'warranty', contact: { email } }),
      }).catch(() => null)
      if (reply?.status === 201) acknowledged.push(email)
    }
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await reklamator.serve()
      token ||= (await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'admin'])).out.trim()
      const goal = acknowledged.length + randomInt(5, 40)
      await killAmid(
        server,
        () => open(server),
        () => acknowledged.length >= goal,
      )
    }
    await endLeases()
    const last = await reklamator.serve()
    await smtp.untilReceived(1)
    const arrived = () => new Set(smtp.received.map(({ to }) => to))
    for (let count = smtp.received.length; acknowledged.some((email) => !arrived().has(email)); count++) {
      await smtp.untilReceived(count)
    }
    last.kill('SIGTERM')
    expect(await last.ended).toMatchObject({ code: 0 })

    expect(acknowledged.filter((email) => !arrived().has(email))).toEqual([])
    const ids = smtp.received.map(({ messageId }) => messageId)
    const doubled = ids.length - new Set(ids).size
    expect(doubled).toBeLessThanOrEqual(KILLS)
    // One issue, one mail: what came twice is the same mail.
    expect(new Set(smtp.received.map(({ to, messageId }) => `${to} ${messageId}`)).size).toBe(arrived().size)
  })
})
