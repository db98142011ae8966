import { expect, test } from 'vitest'
import { dateIn, HOUR, MINUTE, startOfDay } from '../../src/base/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'
import { deliveriesOf } from '../rules/support.ts'

/** What a manager would read of an issue: day by day, who heard what, and what became of the deadline. */
type Diary = string[]

onBothStores('the life of a claim', (app) => {
  test('30 days by Czech law, with a pause, an extension and a late end: each reminder comes once', {
    timeout: MINUTE,
  }, async () => {
    await hire(app(), { 'petra@shop.example': 'handler', 'olga@shop.example': 'owner' })
    const { number } = await claim(app(), 'cs')

    await until(app(), '2026-11-25')
    await move(app(), number, 'waiting-for-goods')
    expect(await deadlineOf(app(), number)).toMatchObject({ state: 'paused', due: null, since: '2026-11-25' })

    await until(app(), '2026-12-02')
    await move(app(), number, 'goods-received')
    expect(await deadlineOf(app(), number)).toMatchObject({
      state: 'running',
      due: '2026-12-30',
      pausedDays: 7,
    })
    await move(app(), number, 'assessing')

    await until(app(), '2026-12-29')
    await expectCall(200, app(), 'POST', `/issues/${number}/deadline/extensions`, {
      to: '2027-01-08',
      consent: { by: 'Jana Nováková', at: '2026-12-29T09:00:00Z', how: 'phone' },
      comment: 'The spare part comes after the holidays.',
    })

    await until(app(), '2027-01-12')
    expect(await deadlineOf(app(), number)).toMatchObject({ state: 'running', daysLeft: -4, late: true })
    await move(app(), number, 'accepted', { decision: 'accepted', inspection: 'The handle is cracked.' })
    await move(app(), number, 'replacing', { remedy_agreed: 'replacement' })
    await move(app(), number, 'ready')
    await until(app(), '2027-01-15')
    expect(await deadlineOf(app(), number)).toMatchObject({ state: 'met', since: '2027-01-12', late: true })
    await move(app(), number, 'closed')
    await until(app(), '2027-03-01')

    expect(await diaryOf(app(), number)).toEqual([
      '2026-11-23 claim-received to the customer',
      '2026-11-25 deadline: 2026-12-23 to none (paused)',
      '2026-11-25 action-needed to the customer',
      '2026-11-30 waiting-reminder to the customer',
      '2026-12-02 deadline: 2026-12-23 to 2026-12-30 (resumed)',
      '2026-12-02 news to the customer',
      '2026-12-23 deadline-near to petra@shop.example',
      '2026-12-28 deadline-near to petra@shop.example',
      '2026-12-28 deadline-near to olga@shop.example',
      '2026-12-29 deadline: 2026-12-30 to 2027-01-08, agreed with Jana Nováková by phone',
      '2027-01-01 deadline-near to petra@shop.example',
      '2027-01-06 deadline-near to petra@shop.example',
      '2027-01-06 deadline-near to olga@shop.example',
      '2027-01-09 deadline-passed to petra@shop.example',
      '2027-01-09 deadline-passed to olga@shop.example',
      '2027-01-12 deadline: 2027-01-08 to 2027-01-08 (met)',
      '2027-01-12 decision to the customer',
      '2027-01-12 ready to the customer',
      '2027-01-12 ready-sms to the customer',
      '2027-01-15 closed to the customer',
    ])
  })

  test('14 days by Polish law: the alarm is raised before silence accepts the claim', async () => {
    await hire(app(), { 'piotr@shop.example': 'handler' })
    const { number } = await claim(app(), 'pl', 'piotr@shop.example')
    const from = dateIn(app().settings.timeZone, app().clock.now)
    const day = (days: number) =>
      dateIn(app().settings.timeZone, startOfDay(app().settings.timeZone, from, days) + HOUR)

    await until(app(), day(3))
    await move(app(), number, 'waiting-for-goods')
    // The law knows no pause.
    expect(await deadlineOf(app(), number)).toMatchObject({
      state: 'running',
      due: day(14),
      silence: 'accepted',
    })
    await until(app(), day(20))

    const told = (await diaryOf(app(), number)).filter((line) => line.includes('piotr'))
    expect(told).toEqual([
      `${day(7)} deadline-silence to piotr@shop.example`,
      `${day(12)} deadline-silence to piotr@shop.example`,
      `${day(13)} deadline-silence to piotr@shop.example`,
      `${day(15)} silence-passed to piotr@shop.example`,
    ])
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(json.items.map(({ body }: { body: string }) => body).join()).toMatch(/counts as accepted/)
  })

  test('an answer in time lets nobody hear of silence', async () => {
    const { number } = await claim(app(), 'pl', 'piotr@shop.example')
    await move(app(), number, 'assessing')
    await move(app(), number, 'rejected', {
      decision: 'rejected',
      decision_reason: 'The cable was cut.',
      inspection: 'A cut cable.',
    })
    await until(app(), dateIn('UTC', app().clock.now + 30 * 24 * HOUR))
    expect((await diaryOf(app(), number)).filter((line) => /silence|deadline-/.test(line))).toEqual([])
  })
})

async function hire(app: TestApp, people: Readonly<Record<string, string>>): Promise<void> {
  for (const [email, role] of Object.entries(people)) {
    await expectCall(201, app, 'POST', '/users', { email, name: email, publicName: 'Service team', role })
  }
}

/** A claim that was made right now. */
async function claim(app: TestApp, locale: string, handler = 'petra@shop.example') {
  const { json } = await expectCall(201, app, 'POST', '/issues', {
    type: 'warranty',
    locale,
    contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '+420601123456' },
    values: { product: 'Kettle K200', defect: 'Leaks at the handle' },
    handler,
  })
  await app.drain()
  return json as { number: string }
}

/** Lets time go by until 10:00 of a day, and the worker work as it does. */
async function until(app: TestApp, date: string): Promise<void> {
  const end = startOfDay(app.settings.timeZone, date) + 10 * HOUR
  while (app.clock.now < end) {
    app.clock.now = Math.min(app.clock.now + 12 * HOUR, end)
    await app.drain()
  }
}

async function move(app: TestApp, number: string, to: string, values: object = {}): Promise<void> {
  await expectCall(200, app, 'POST', `/issues/${number}/transitions`, { to, values })
  await app.drain()
}

async function deadlineOf(app: TestApp, number: string): Promise<unknown> {
  return (await expectCall(200, app, 'GET', `/issues/${number}`)).json.deadline
}

type Event = { kind: string; at: string; data: Record<string, string> & { consent?: Record<string, string> } }

async function diaryOf(app: TestApp, number: string): Promise<Diary> {
  const day = (at: number) => dateIn(app.settings.timeZone, at)
  const events: Event[] = (await expectCall(200, app, 'GET', `/issues/${number}/events?limit=200`)).json.items
  const moved = events.flatMap(({ kind, at, data }) => {
    const { from, to, reason, consent } = data
    const line = `deadline: ${from ?? 'none'} to ${to ?? 'none'}`
    if (kind === 'deadline.moved' && reason !== 'extended') return [[Date.parse(at), `${line} (${reason})`]]
    if (kind !== 'deadline.extended') return []
    return [[Date.parse(at), `${line}, agreed with ${consent?.['by']} by ${consent?.['how']}`]]
  }) as [number, string][]
  const sent = (await deliveriesOf(app, number)).map(
    ({ created_at, template_key, recipient }): [number, string] => [
      created_at,
      `${template_key} to ${/@shop/.test(recipient) ? recipient : 'the customer'}`,
    ],
  )
  return [...moved, ...sent]
    .toSorted(([one], [other]) => one - other)
    .map(([at, line]) => `${day(at)} ${line}`)
}
