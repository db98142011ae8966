import { expect, test } from 'vitest'
import { HOUR } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'

onBothStores('issue numbers', (app) => {
  const typeWith = async (key: string, pattern: string) => {
    await expectCall(201, app(), 'POST', '/issue-types', { key, name: { en: key } })
    return setPattern(key, pattern)
  }
  const setPattern = (key: string, pattern: string) =>
    expectCall(200, app(), 'PUT', `/issue-types/${key}/number-series`, { pattern })
  const open = async (type: string): Promise<string> =>
    (await expectCall(201, app(), 'POST', '/issues', { type })).json.number

  test('R16 a series that can be guessed is allowed with a warning', async () => {
    const { json } = await typeWith('plain', '{YYYY}/{seq:4}')
    expect(json.warnings).toHaveLength(1)
    expect(await open('plain')).toBe('2026/0001')
    expect((await expectCall(200, app(), 'GET', '/issues/2026%2F0001')).json.type).toBe('plain')
    const { json: message } = await expectCall(201, app(), 'POST', '/issues/2026%2F0001/messages', {
      body: 'Hello',
    })
    expect(message.body).toBe('Hello')
  })

  test('thirty at the same moment are thirty numbers', async () => {
    const opened = await Promise.all(Array.from({ length: 30 }, () => openTestIssue(app())))
    const numbers = opened.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(30)
    const counted = numbers.map((number) => number.split('-')[2])
    expect(new Set(counted).size).toBe(30)
  })

  test('the sequence counts per series and year', async () => {
    await typeWith('first', 'A-{YY}-{seq:3}')
    await typeWith('second', 'B-{YY}-{seq:3}')
    expect([await open('first'), await open('second'), await open('first')]).toEqual([
      'A-26-001',
      'B-26-001',
      'A-26-002',
    ])
  })

  test('the year is that of the shop: it begins at its own midnight', async () => {
    await typeWith('year', 'Y-{YYYY}-{seq:2}')
    const { clock } = app()
    const before = clock.now
    clock.now = Date.parse('2026-12-31T22:59:59.999Z')
    expect(await open('year')).toBe('Y-2026-01')
    clock.now = Date.parse('2026-12-31T23:00:00Z')
    expect(await open('year')).toBe('Y-2027-01')
    clock.advance(HOUR)
    expect(await open('year')).toBe('Y-2027-02')
    clock.now = before
    expect(await open('year')).toBe('Y-2026-02')
  })

  test('a number that another issue has is drawn again, compared without case', async () => {
    await typeWith('upper', 'X-{seq:2}')
    await typeWith('lower', 'x-{seq:2}')
    expect(await open('upper')).toBe('X-01')
    expect(await open('upper')).toBe('X-02')
    expect(await open('lower')).toBe('x-03')
    expect(await open('upper')).toBe('X-04')
  })

  test('types with the same pattern draw at the same moment, and none is refused', async () => {
    await typeWith('left', 'S-{seq:3}')
    await typeWith('right', 'S-{seq:3}')
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        call(app(), 'POST', '/issues', { type: index % 2 ? 'left' : 'right' }),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(30).fill(201))
    expect(new Set(replies.map(({ json }) => json.number)).size).toBe(30)
  })

  test('a series behind a long run of taken numbers finds its way out', async () => {
    await typeWith('many', 'M-{seq:1}')
    for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 30 }, () => open('many')))
    await typeWith('late', 'M-{seq:1}')
    const number = await open('late')
    expect(Number(number.slice(2))).toBeGreaterThan(120)
    expect(await open('late')).toBe(`M-${Number(number.slice(2)) + 1}`)
  })

  test('numbers that were given stay when the series changes', async () => {
    await typeWith('change', 'C-{seq:2}')
    const number = await open('change')
    await setPattern('change', '{rand:8}')
    expect(await open('change')).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect((await expectCall(200, app(), 'GET', `/issues/${number}`)).json.number).toBe(number)
  })

  test('after an issue is erased its number is not given again', async () => {
    await typeWith('gap', 'G-{seq:2}')
    const number = await open('gap')
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await open('gap')).toBe('G-02')
  })
})
