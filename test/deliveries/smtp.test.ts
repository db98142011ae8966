import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openDelivering,
  openSmtpChannel,
  mailIdentity,
  type SmtpSettings,
} from '../../src/deliveries/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { LOCALHOST } from '../support/localhost-certificate.ts'
import { startSmtpServer } from '../support/smtp.ts'
import { letter, newIssue, onBothStoresWithMail, send, stateOf, stored } from './support.ts'

const SHORT = { connect: 300, reply: 300, answer: 300 }

onBothStoresWithMail(
  'a mail server that falls silent',
  ({ app, smtp, deliver }) => {
    const sendTo = async (...recipients: string[]) => {
      const issues = await Promise.all(recipients.map(() => newIssue(app())))
      return send(app(), ...issues.map(({ id }, index) => letter(id, { to: recipients[index] ?? '' })))
    }

    test('after the end of a message keeps others waiting for as long as its answer may take, and no longer', async () => {
      smtp().behave((to) => (to.endsWith('@slow.example') ? { do: 'take-and-stall' } : { do: 'take' }))
      const ids = await sendTo('a@slow.example', 'b@quick.example', 'c@slow.example', 'd@quick.example')
      expect(await deliver()).toBe(4)
      const states = await Promise.all(ids.map((id) => stateOf(app(), id)))
      expect(states).toEqual(['pending after 1', 'sent after 1', 'pending after 1', 'sent after 1'])
      expect((await stored(app(), ids[0] ?? '')).last_error).toBe(
        'the mail server did not answer to the end of the message in time',
      )
      // The second one of that domain never came to its end.
      expect(
        smtp()
          .received.map(({ to }) => to)
          .filter((to) => to.endsWith('@slow.example')),
      ).toHaveLength(1)
      app().clock.advance(6000)
      const before = smtp().connected()
      expect(await deliver()).toBe(2)
      expect(smtp().connected()).toBe(before)
    })

    test('before the end keeps only its own lane', async () => {
      smtp().behave((to) => (to.endsWith('@slow.example') ? { do: 'stall-at-recipient' } : { do: 'take' }))
      const [slow = ''] = await sendTo('a@slow.example')
      const delivered = deliver()
      const [quick = ''] = await sendTo('b@quick.example')
      await smtp().untilReceived(1)
      expect(smtp().received[0]?.messageId).toBe(`<${quick}@localhost>`)
      await delivered
      expect(await stateOf(app(), slow)).toBe('pending after 1')
    })
  },
  SHORT,
)

describe('how mail is handed over', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp('sqlite')
  })
  afterAll(() => app.stop())

  const handOver = async (settings: SmtpSettings) => {
    const clock = () => app.clock.now
    const identity = mailIdentity({ baseUrl: 'https://claims.example.com', mailFrom: null })
    const email = openSmtpChannel({ settings, identity, clock, limits: { connect: 3000 } })
    const delivering = openDelivering({ db: app.db, name: 'email', channel: email, clock, log: () => {} })
    const { id } = await newIssue(app)
    const [one = ''] = await send(app, letter(id))
    await delivering.deliverDue(app.clock.now)
    await delivering.close()
    const { state, last_error: error } = await stored(app, one)
    await app.db.transaction((tx) => tx.query.deleteFrom('deliveries').execute())
    return { state, error }
  }
  const login = { user: 'desk', password: 'right' }
  const withLogin = {
    authOptional: false,
    onAuth: (
      auth: { password?: string | null | undefined },
      _: unknown,
      callback: (error: null, answer: object) => void,
    ) =>
      callback(
        null,
        auth.password === 'right' ? { user: 'desk' } : { responseCode: 535, message: 'not you' },
      ),
  }
  const TLS_OFFERED = { ...LOCALHOST, disabledCommands: [] }

  test('with a login, where the server asks for one', async () => {
    const smtp = await startSmtpServer({
      ...withLogin,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    })
    const settings = { host: smtp.host, port: smtp.port, tls: 'off' } as const
    expect(await handOver({ ...settings, login })).toEqual({ state: 'sent', error: null })
    expect(smtp.received[0]?.from).toBe('no-reply@claims.example.com')
    // A wrong password is ours to mend: no message is given up for it.
    const wrong = await handOver({ ...settings, login: { user: 'desk', password: 'wr0ng' } })
    expect(wrong).toEqual({ state: 'pending', error: expect.stringContaining('535') })
    expect(wrong.error).not.toContain('wr0ng')
    expect(await handOver({ ...settings, login: null })).toMatchObject({
      state: 'pending',
      error: expect.stringContaining('530'),
    })
    await smtp.stop()
  })

  test('never in the clear where STARTTLS is needed and the server has none', async () => {
    const smtp = await startSmtpServer()
    const settings = { host: 'localhost', port: smtp.port, tls: 'starttls', login: null } as const
    expect(await handOver(settings)).toEqual({ state: 'pending', error: expect.stringMatching(/STARTTLS/) })
    expect(smtp.received).toEqual([])
    await smtp.stop()
  })

  test.each(['starttls', 'implicit'] as const)(
    '%s: only to a server with a certificate that is trusted',
    async (tls) => {
      const smtp = await startSmtpServer({ ...TLS_OFFERED, ...withLogin, secure: tls === 'implicit' })
      const settings = { host: 'localhost', port: smtp.port, tls, login }
      expect(await handOver(settings)).toEqual({
        state: 'pending',
        error: expect.stringMatching(/self-signed/),
      })
      expect(smtp.received).toEqual([])
      const before = getCACertificates('default')
      setDefaultCACertificates([...before, LOCALHOST.cert])
      expect(await handOver(settings)).toEqual({ state: 'sent', error: null })
      setDefaultCACertificates(before)
      await smtp.stop()
    },
  )
})
