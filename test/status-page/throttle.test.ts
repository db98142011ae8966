import { beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { lookUp, nextAddress, openTestIssue } from '../support/calls.ts'
import { everythingOf, failAt, forgetAttempts, rowsOf, unknownNumber } from './support.ts'

const tally = (statuses: readonly number[], status: number) => statuses.filter((one) => one === status).length
let strangers = 0
const stranger = () => `stranger${++strangers}@example.org`

onBothStores('attempts are counted', (app) => {
  beforeEach(() => forgetAttempts(app()))

  /** Fails `times` times at once and answers how many of them were looked at. */
  async function lookedAt(times: number, attempt: () => Promise<{ statusCode: number }>) {
    const answers = await Promise.all(Array.from({ length: times }, attempt))
    const statuses = answers.map(({ statusCode }) => statusCode)
    expect(tally(statuses, 422) + tally(statuses, 429)).toBe(times)
    return tally(statuses, 422)
  }

  test('R4 a number: 5 failures, then waits from 30 s that double to an hour', async () => {
    const { number, email } = await openTestIssue(app())
    expect(await failAt(app(), number, 6)).toEqual([422, 422, 422, 422, 422, 429])
    for (const seconds of [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      app().clock.advance(seconds * SECOND - 1)
      // Nobody gets in while the wait lasts, the customer neither.
      expect((await lookUp(app(), { issue: number, contact: email })).statusCode, `${seconds}`).toBe(429)
      app().clock.advance(1)
      expect(await failAt(app(), number, 2), `${seconds}`).toEqual([422, 429])
    }
    app().clock.advance(HOUR)
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(303)
  })

  test('R4 a contact: 20 at once, then one an hour, across all numbers', async () => {
    const contact = stranger()
    const attempt = () => lookUp(app(), { issue: unknownNumber(), contact: ` ${contact.toUpperCase()} ` })
    expect(await lookedAt(25, attempt)).toBe(20)
    app().clock.advance(HOUR - 1)
    expect((await attempt()).statusCode).toBe(429)
    app().clock.advance(1)
    expect(await lookedAt(5, attempt)).toBe(1)
    app().clock.advance(3 * HOUR)
    expect(await lookedAt(5, attempt)).toBe(3)
  })

  test('R4 the spelling of a contact makes no second counter', async () => {
    const spellings = ['601777888', '+420 601 777 888', '00420-601-777-888', '(601) 777 888']
    let next = 0
    const attempt = () =>
      lookUp(app(), { issue: unknownNumber(), contact: spellings[next++ % spellings.length] ?? '' })
    expect(await lookedAt(25, attempt)).toBe(20)
  })

  test.each([
    ['an IPv4 address', () => '203.0.113.7', () => '203.0.113.8'],
    ['an IPv6 /64', (n: number) => `2001:db8:1:2::${n.toString(16)}`, () => '2001:db8:1:3::1'],
  ])('R4 %s: 30 at once, then ten an hour', async (_name, same, neighbour) => {
    let next = 0
    const attempt = (address = same(++next)) =>
      lookUp(app(), { issue: unknownNumber(), contact: stranger() }, { address })
    expect(await lookedAt(35, () => attempt())).toBe(30)
    expect((await attempt(neighbour())).statusCode).toBe(422)
    app().clock.advance(6 * MINUTE - 1)
    expect((await attempt()).statusCode).toBe(429)
    app().clock.advance(1)
    expect(await lookedAt(5, () => attempt())).toBe(1)
    app().clock.advance(HOUR)
    expect(await lookedAt(15, () => attempt())).toBe(10)
  })

  test('R4 an IPv6 /48: 200 at once, then forty an hour', async () => {
    let next = 0
    const attempt = (site = '2001:db8:77') => {
      const address = `${site}:${(++next).toString(16)}::1`
      return lookUp(app(), { issue: unknownNumber(), contact: stranger() }, { address })
    }
    expect(await lookedAt(210, () => attempt())).toBe(200)
    expect((await attempt('2001:db8:78')).statusCode).toBe(422)
    app().clock.advance(HOUR)
    expect(await lookedAt(50, () => attempt())).toBe(40)
  })

  test('R4 a page: over 300 failures raise one alarm an hour and stop nobody', async () => {
    const { number, email } = await openTestIssue(app())
    const attempt = () => lookUp(app(), { issue: unknownNumber(), contact: stranger() })
    const alarms = () => app().logged.filter(({ message }) => message.includes('look-ups'))
    expect(await lookedAt(300, attempt)).toBe(300)
    expect(alarms()).toEqual([])
    expect(await lookedAt(20, attempt)).toBe(20)
    expect(alarms()).toEqual([
      { level: 'warn', message: 'over 300 failed look-ups in an hour on the status page warranty' },
    ])
    app().clock.advance(HOUR)
    expect(await lookedAt(302, attempt)).toBe(302)
    expect(alarms()).toHaveLength(2)
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(303)
  })

  test('R4 a success is no failure, also where two come at once', async () => {
    const { number, email } = await openTestIssue(app())
    const address = nextAddress()
    const open = () => lookUp(app(), { issue: number, contact: email }, { address })
    for (let visits = 0; visits < 35; visits++) expect((await open()).statusCode).toBe(303)
    expect(await failAt(app(), number, 3)).toEqual([422, 422, 422])
    // The click and the double click of someone who comes right after strangers have tried.
    const both = await Promise.all([open(), open()])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(await failAt(app(), number, 3)).toEqual([422, 422, 429])
  })

  test('R4 a throttled attempt writes nothing', async () => {
    const { number, email } = await openTestIssue(app())
    await failAt(app(), number, 5)
    const all = async (of: TestApp) =>
      Promise.all(
        (['throttle', 'customer_sessions', 'audit', 'events'] as const).map((name) => rowsOf(of, name)),
      )
    const before = await all(app())
    expect(await failAt(app(), number, 5)).toEqual([429, 429, 429, 429, 429])
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(429)
    expect(await all(app())).toEqual(before)
  })

  test('R4 an empty form fills no counter for others who send one', async () => {
    expect(await lookedAt(25, () => lookUp(app(), { issue: '', contact: '' }))).toBe(25)
    expect(await lookedAt(10, () => lookUp(app(), { issue: ' ', contact: stranger() }))).toBe(10)
    // One visitor still cannot send it for ever.
    const address = nextAddress()
    expect(await lookedAt(35, () => lookUp(app(), {}, { address }))).toBe(30)
  })

  test('R7 200 attempts at once on one number: at most 7 are looked at', async () => {
    const { number, email } = await openTestIssue(app())
    for (const contact of [stranger, () => email]) {
      await forgetAttempts(app())
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => lookUp(app(), { issue: number, contact: contact() })),
      )
      const statuses = answers.map(({ statusCode }) => statusCode)
      const lookedAt = 200 - tally(statuses, 429)
      expect(lookedAt).toBeGreaterThanOrEqual(5)
      // Those who have the right contact are no failures, and let the next one in.
      expect(lookedAt).toBeLessThanOrEqual(contact === stranger ? 7 : 200)
      expect(tally(statuses, 422) + tally(statuses, 303)).toBe(lookedAt)
    }
  })

  test('R7 many at once who share a network and a page never wait for each other in a ring', async () => {
    const issues = await Promise.all(Array.from({ length: 10 }, () => openTestIssue(app())))
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) => {
        const { number, email } = issues[index % 10]!
        const contact = index % 3 === 0 ? email : stranger()
        return lookUp(app(), { issue: number, contact }, { address: `2001:db8:99:${index}::1` })
      }),
    )
    expect(answers.filter(({ statusCode }) => ![303, 422, 429].includes(statusCode))).toEqual([])
  })

  test('R8 too many: one answer for numbers that exist and those that do not, and it names no counter', async () => {
    const { number } = await openTestIssue(app())
    const unknown = unknownNumber()
    await failAt(app(), number, 5)
    await failAt(app(), unknown, 5)
    const answers = await Promise.all(
      [number, unknown].map((issue) => lookUp(app(), { issue, contact: stranger() })),
    )
    const [existing, missing] = answers.map(everythingOf)
    expect(existing).toEqual(missing)
    expect(existing?.status).toBe(429)
    expect(existing?.headers['retry-after']).toBe('60')
    expect(existing?.body).not.toContain(number)

    // The same wait from another counter gives the same answer.
    const contact = stranger()
    expect(await lookedAt(20, () => lookUp(app(), { issue: unknownNumber(), contact }))).toBe(20)
    app().clock.advance(HOUR - 20 * SECOND)
    const byContact = everythingOf(await lookUp(app(), { issue: unknownNumber(), contact }))
    expect(byContact).toEqual(existing)
  })

  test('R8 the wait is told in four coarse steps', async () => {
    const { number } = await openTestIssue(app())
    const told = new Set<unknown>()
    await failAt(app(), number, 5)
    for (let rounds = 0; rounds < 10; rounds++) {
      const response = await lookUp(app(), { issue: number, contact: stranger() })
      expect(response.statusCode).toBe(429)
      told.add(response.headers['retry-after'])
      app().clock.advance(HOUR)
      await failAt(app(), number, 1)
    }
    expect(told).toEqual(new Set(['60', '300', '1800', '3600']))
  })

  test.each([DAY, 365 * DAY])(
    'R79 a clock that jumps by %d ms and back locks nobody out for over an hour',
    async (jump) => {
      const { number, email } = await openTestIssue(app())
      const address = nextAddress()
      const mine = () => lookUp(app(), { issue: number, contact: email }, { address })
      const fill = async () => {
        await lookedAt(40, () => lookUp(app(), { issue: number, contact: 'x@example.org' }, { address }))
        await lookedAt(25, () => lookUp(app(), { issue: unknownNumber(), contact: email }, { address }))
      }
      for (const step of [jump, -jump, -jump, jump]) {
        app().clock.advance(step)
        await fill()
      }
      app().clock.advance(HOUR)
      expect((await mine()).statusCode).toBe(303)
      // What the jumps left behind still counts: it opens no gate for strangers.
      const statuses = await failAt(app(), number, 8)
      expect(tally(statuses, 422)).toBeLessThanOrEqual(5)
      app().clock.advance(HOUR)
      expect((await mine()).statusCode).toBe(303)
    },
  )
})
