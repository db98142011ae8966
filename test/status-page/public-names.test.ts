import { beforeAll, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, getPage, openTestIssue, signIn } from '../support/calls.ts'
import { setPageView } from './support.ts'

onBothStores('people on the status page', (app) => {
  type Person = { id: string; email: string; name: string; publicName: string }
  const add = async (name: string, publicName: string): Promise<Person> => {
    const email = `${name.toLowerCase().replaceAll(/\W/g, '')}@staff.example`
    return (await expectCall(201, app(), 'POST', '/users', { email, name, publicName, role: 'handler' })).json
  }
  let known: Person
  let colleague: Person
  let unknown: Person
  let number = ''
  let cookie = ''

  beforeAll(async () => {
    known = await add('CANARY Known', 'Service <b>team</b>')
    colleague = await add('CANARY Colleague', 'Service <b>team</b>')
    unknown = await add('CANARY Unknown', '')
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'adviser',
      type: 'user',
      label: { en: 'Adviser' },
    })
    await setPageView(app(), ['handler', 'adviser', 'changed'])
    const issue = await openTestIssue(app())
    number = issue.number
    cookie = await signIn(app(), { issue: number, contact: issue.email })
  })

  const patch = (body: object) => expectCall(200, app(), 'PATCH', `/issues/${number}`, body)
  const visit = async (locale = 'en') => {
    const { body } = await getPage(app(), `/${locale}/status/warranty?issue=${number}`, { cookie })
    expect(body).not.toMatch(/CANARY|staff\.example|<b>/i)
    for (const { id } of [known, colleague, unknown]) expect(body).not.toContain(id)
    return body
  }
  const NAME = '<bdi>Service &lt;b&gt;team&lt;/b&gt;</bdi>'
  const changedOn = async () => /Last change<\/dt><dd><time datetime="([\d-]+)"/.exec(await visit())?.[1]

  test('R25 of a handler and of a user in a field nothing but the public name is shown', async () => {
    expect(await visit()).not.toMatch(/Handled by|Adviser/)
    await patch({ handler: known.id, values: { adviser: known.id } })
    const body = await visit()
    expect(body).toContain(`<dt>Handled by</dt><dd>${NAME}</dd>`)
    expect(body).toContain(`<dt>Adviser</dt><dd>${NAME}</dd>`)
    expect(await visit('cs')).toContain(`<dt>Vyřizuje</dt><dd>${NAME}</dd>`)
  })

  test('R25 of who has no public name nothing is shown, not even that there is somebody', async () => {
    await patch({ handler: unknown.id, values: { adviser: unknown.id } })
    expect(await visit()).not.toMatch(/Handled by|Adviser|Service/)
  })

  test('a new public name is shown at once', async () => {
    await patch({ handler: unknown.id })
    await expectCall(200, app(), 'PUT', `/users/${unknown.id}`, {
      ...unknown,
      publicName: 'Care',
      role: 'viewer',
    })
    expect(await visit()).toContain('<dt>Handled by</dt><dd><bdi>Care</bdi></dd>')
    await expectCall(200, app(), 'PUT', `/users/${unknown.id}`, { ...unknown, role: 'viewer' })
    expect(await visit()).not.toContain('Care')
  })

  test('R25 a public last change tells only of a public name that is another', async () => {
    await patch({ handler: known.id, values: { adviser: unknown.id } })
    const before = await changedOn()
    expect(before).toBeDefined()
    app().clock.advance(3 * 86_400_000)
    cookie = await signIn(app(), { issue: number, contact: (await issueOf()).contact.email })
    await patch({ handler: colleague.id })
    await patch({ values: { adviser: null } })
    expect(await changedOn()).toBe(before)
    await patch({ handler: unknown.id })
    const after = await changedOn()
    expect(after).not.toBe(before)

    await setPageView(app(), ['adviser', 'changed'])
    app().clock.advance(3 * 86_400_000)
    cookie = await signIn(app(), { issue: number, contact: (await issueOf()).contact.email })
    await patch({ handler: known.id })
    expect(await changedOn()).toBe(after)
    await patch({ values: { adviser: known.id } })
    expect(await changedOn()).not.toBe(after)
  })

  const issueOf = async () => (await expectCall(200, app(), 'GET', `/issues/${number}`)).json
})
