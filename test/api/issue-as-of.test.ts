import { expect, test } from 'vitest'
import { findEvents } from '../../src/events/index.ts'
import { type Issue, issueFromRow } from '../../src/issues/index.ts'
import { issueAsOf } from '../../src/rules/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

onBothStores('an issue as it was after an event of its history', (app) => {
  test('is the one that the store had then', async () => {
    const { number } = await openTestIssue(app())
    const url = `/issues/${encodeURIComponent(number)}`
    const user = await expectCall(201, app(), 'POST', '/users', {
      email: 'petra@shop.example',
      name: 'Petra Malá',
      role: 'handler',
    })
    const stored = async (): Promise<Issue> =>
      issueFromRow(
        await app()
          .db.read.selectFrom('issues')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirstOrThrow(),
      )
    const states = [await stored()]
    const after = async (...[status, , method, path, body]: Parameters<typeof expectCall>) => {
      app().clock.advance(60_000)
      await expectCall(status, app(), method, `${url}${path}`, body)
      states.push(await stored())
    }
    await after(200, app(), 'PATCH', '', {
      due: '2026-12-20',
      handler: user.json.id,
      values: { quantity: 2 },
    })
    await after(200, app(), 'POST', '/transitions', {
      to: 'assessing',
      values: { priority: 'high', quantity: null },
    })
    await after(201, app(), 'POST', '/messages', { body: 'We look at it.' })
    await after(200, app(), 'PATCH', '', { contact: { email: 'other@example.com', phone: '' }, locale: 'cs' })
    await after(200, app(), 'POST', '/transitions', {
      to: 'accepted',
      values: { decision: 'accepted', inspection: 'The seal is worn.' },
    })
    await after(200, app(), 'PATCH', '', {
      due: null,
      handler: null,
      values: { product: null, priority: 'low' },
    })

    const last = await stored()
    const events = await findEvents(app().db, last.id, null, 100)
    const mains = events.filter(({ kind }) => kind !== 'deadline.moved')
    expect(mains).toHaveLength(states.length)
    const type = (await app().ctx.configuration.current()).typeById.get(last.typeId)
    if (!type) throw new Error('the type is gone')
    const { defaultCountry } = app().settings
    states.forEach((state, index) => {
      const { version, contactVersion } = last
      const main = mains[index]
      const at = main?.at ?? 0
      const later = events.filter(({ id }) => main && id > main.id)
      const before = issueAsOf(last, later, { type, defaultCountry, at })
      expect(before.deadline).toMatchObject({ state: state.deadline?.state, rule: state.deadline?.rule })
      expect({ ...before, deadline: null }).toEqual({
        ...state,
        // Of an earlier deadline the history tells day, state and rule.
        deadline: null,
        version,
        contactVersion,
        // Which changes the customer could see, the history does not say.
        publicChangedAt: Math.min(last.publicChangedAt, at),
      })
    })
  })
})
