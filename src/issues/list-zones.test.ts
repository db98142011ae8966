import { expect, test } from 'vitest'
import { DAY } from '../base/index.ts'
import { moveIssue, openIssue } from './index.ts'
import type { SortColumn, Wanted } from './list-conditions.ts'
import { zoneFor } from './list-zones.ts'
import { onBothStores, type TestApp } from '../../test/support/app.ts'
import { expectCall } from '../../test/support/calls.ts'

const START = Date.parse('2026-11-23T09:00:00Z')
const instant = (text: string) => Date.parse(`${text}T00:00:00Z`)

const NOTHING: Wanted = { contact: null, fieldKeys: [], words: null, valueWords: [] }
const zone = ({ ctx }: TestApp, asked: Partial<Wanted>, column: SortColumn) =>
  zoneFor(ctx.db, { ...NOTHING, ...asked }, column)

async function open({ ctx }: TestApp, day: string, due: string): Promise<string> {
  const { issue } = await openIssue(ctx, {
    type: 'warranty',
    createdAt: instant(day),
    due,
    contact: { name: 'Jana Nová', email: 'jana@example.com' },
  })
  return issue.number
}

onBothStores('the zones of lists', (app) => {
  let old = ''
  test('tell where in an order there are issues of some dates, and where there are none', async () => {
    old = await open(app(), '2025-01-10', '2025-02-10')
    await open(app(), '2026-10-01', '2026-11-05')
    await open(app(), '2026-10-20', '2026-12-30')
    const lately = { createdFrom: instant('2026-09-01') }
    expect(await zone(app(), lately, 'due')).toEqual({ from: '2026-11-0', to: '2026-12-3~' })
    expect(await zone(app(), { dueTo: '2025-12-31' }, 'due'), 'its own order').toEqual({})
    expect(await zone(app(), { createdFrom: instant('2027-01-01') }, 'due')).toBeNull()
    expect(await zone(app(), { dueFrom: '2026-01-01', dueTo: '2026-06-30' }, 'created_at')).toBeNull()
    expect(await zone(app(), { closedFrom: 0 }, 'due'), 'nothing was closed').toBeNull()
    const before = await zone(app(), { dueTo: '2025-12-31' }, 'created_at')
    expect(before?.from).toBeLessThanOrEqual(instant('2025-01-10'))
    expect(before?.to).toBeGreaterThan(instant('2025-01-10'))
    expect(Number(before?.to) - Number(before?.from)).toBeLessThan(12 * DAY)
  })

  test.each([
    'createdTo=9000-01-01',
    'createdFrom=1900-01-01',
    'createdFrom=1960-05-05&createdTo=4900-01-01',
  ])('leave nothing out however far a range goes: %s', async (range) => {
    const { json } = await expectCall(200, app(), 'GET', `/issues?${range}&sort=due`)
    expect(json.items).toHaveLength(3)
  })

  test('go by several dates together', async () => {
    const asked = { createdTo: instant('2026-10-10'), dueFrom: '2026-12-01' }
    expect(await zone(app(), asked, 'number_key'), 'numbers of one year').not.toBeNull()
    const apart = { createdTo: instant('2026-01-01'), dueFrom: '2026-01-01' }
    expect(await zone(app(), apart, 'number_key')).toBeNull()
  })

  test('learn of what an issue comes to', async () => {
    await moveIssue(app().ctx, old, { to: 'withdrawn', at: START })
    const closed = await zone(app(), { closedFrom: START - DAY }, 'due')
    expect(closed).toEqual({ from: '2025-02-1', to: '2025-02-1~' })
    await expectCall(200, app(), 'PATCH', `/issues/${old}`, { due: '2027-03-03' })
    expect(await zone(app(), { closedFrom: START - DAY }, 'due'), 'they only grow').toEqual({
      from: '2025-02-1',
      to: '2027-03-0~',
    })
  })

  test('of numbers are what stands before the last digits of a sequence', async () => {
    const { number, type } = await expectCall(200, app(), 'GET', `/issues/${old}`).then(({ json }) => json)
    expect(type).toBe('warranty')
    const head = /^.*?-\d\d-\d/.exec(String(number))?.[0]
    expect(await zone(app(), { createdTo: instant('2025-02-01') }, 'number_key')).toEqual({
      from: head,
      to: `${head}~`,
    })
  })

  test('leave no number out that begins with chance', async () => {
    await expectCall(200, app(), 'PUT', '/issue-types/repair/number-series', { pattern: 'R{rand:8}' })
    const { issue } = await openIssue(app().ctx, {
      type: 'repair',
      createdAt: instant('2026-11-01'),
      contact: { name: 'Jan Kos', email: 'kos@example.com' },
    })
    const path = '/issues?type=repair&createdFrom=2026-10-30&createdTo=2026-11-02&sort=number'
    const { json } = await expectCall(200, app(), 'GET', path)
    expect(json.items).toMatchObject([{ number: issue.number }])
  })
})
