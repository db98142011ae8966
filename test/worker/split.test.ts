import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../support/postgres.ts'
import { program, untilEnd } from '../support/program.ts'
import { type SmtpTestServer, startSmtpServer } from '../support/smtp.ts'

describe('serving and working in processes of their own', () => {
  let smtp: SmtpTestServer
  let reklamator: ReturnType<typeof program>
  let drop: () => Promise<void>
  beforeAll(async () => {
    smtp = await startSmtpServer()
    const database = await createPostgresDatabase(inject('postgresUrl'))
    drop = database.drop
    reklamator = program({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, DATABASE_URL: database.url })
  })
  afterAll(async () => {
    reklamator.remove()
    await smtp.stop()
    await drop()
  })

  test('two that serve without working, two that work: each mail leaves once', async () => {
    const one = await reklamator.serve({}, ['--no-worker'])
    const two = await reklamator.serve({}, ['--no-worker'])
    const token = (
      await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'admin'])
    ).out.trim()
    const emails = Array.from({ length: 30 }, (_, n) => `customer${n}@example.com`)
    const open = async (url: string, email: string) => {
      const reply = await fetch(`${url}/api/v1/issues`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'warranty', contact: { email } }),
      })
      expect(reply.status).toBe(201)
    }
    await Promise.all(emails.map((email, n) => open(n % 2 === 0 ? one.url : two.url, email)))
    expect(smtp.received).toEqual([])
    const workers = [reklamator.start(['work']), reklamator.start(['work'])]
    const ends = workers.map(untilEnd)
    await smtp.untilReceived(emails.length)
    for (const worker of workers) worker.kill('SIGTERM')
    for (const end of ends) expect(await end).toMatchObject({ code: 0, out: 'Reklamator is working\n' })
    for (const server of [one, two]) server.kill('SIGTERM')
    expect((await one.ended).code).toBe(0)
    expect((await two.ended).code).toBe(0)
    expect(smtp.received.map(({ to }) => to).toSorted()).toEqual(emails.toSorted())
  })

  test('without PostgreSQL both say what they need, with exit code 2', async () => {
    const bare = { DATABASE_URL: '' }
    expect(await reklamator.run(['work'], bare)).toMatchObject({
      code: 2,
      err: expect.stringContaining('DATABASE_URL'),
    })
    expect(await reklamator.run(['serve', '--no-worker'], bare)).toMatchObject({
      code: 2,
      err: expect.stringContaining('PostgreSQL'),
    })
  })
})
