import { beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, getPage, signIn } from '../support/calls.ts'
import { attachText, forgetAttempts, setPage, setPageView } from './support.ts'

/** Own fields of every type, with a value that can be found again in a page. */
const OWN = {
  c_text: ['text', 'CANARY-text', 'CANARY-text'],
  c_long: ['long-text', 'CANARY-long\nline', 'CANARY-long'],
  c_number: ['number', 480_151, '480,151'],
  c_money: ['money', { amount: 623_42, currency: 'CZK' }, '623.42'],
  c_date: ['date', '2031-05-17', '17 May 2031'],
  c_date_time: ['date-time', '2032-06-18T10:11:00Z', '18 June 2032'],
  c_boolean: ['boolean', true, 'CANARY label boolean'],
  c_choice: ['choice', 'one', 'CANARY option one'],
  c_multi: ['multi-choice', ['two'], 'CANARY option two'],
  c_email: ['email', 'canary.field@example.net', 'canary.field@example.net'],
  c_phone: ['phone', '+420777654321', '777 654 321'],
  c_address: ['address', { street: 'Canary Street 5', city: 'Canaryville' }, 'Canary Street 5'],
  c_account: ['bank-account', 'CZ6508000000192000145399', '5399'],
  c_link: [
    'link',
    { url: 'https://canary.example/track', label: 'CANARY link' },
    'https://canary.example/track',
  ],
  c_user: ['user', 'canary.person@staff.example', 'CANARY public person'],
} as const

/** What the built-in fields show, by field. */
const BUILT_IN: Record<string, RegExp> = {
  'contact.name': /CANARY Name/,
  'contact.email': /canary\.contact@example\.org/,
  'contact.phone': /601 555 444/,
  due: /9 July 2033/,
  messages: /CANARY public message/,
  attachments: /canary-public\.txt/,
  next: /CANARY what next/,
  step: /CANARY public name/,
  handler: /CANARY public team/,
}

/** Never in any answer, whatever is shown. */
const NEVER = [
  'CANARY internal note',
  'canary-internal.txt',
  'CANARY transition comment',
  'CANARY step for handlers',
  'CANARY hidden step',
  'CANARY handler',
  'CANARY person',
  'staff.example',
  'CANARY unused',
  'rk-issue--rejected',
  '0800000019200014',
]

onBothStores('what leaves the server', (app) => {
  let number = ''
  let cookie = ''
  let userIds: string[] = []

  beforeAll(async () => {
    const admin = app()
    await expectCall(201, admin, 'POST', '/issue-types', { key: 'secrets', name: { en: 'A type' } })
    for (const [key, [type]] of Object.entries(OWN)) {
      const options = type.endsWith('choice')
        ? ['one', 'two', 'unused'].map((option) => ({
            key: option,
            label: { en: `CANARY option ${option}` },
          }))
        : []
      const label = { en: `CANARY label ${type}`, cs: `CANARY popisek ${type}` }
      await expectCall(201, admin, 'POST', '/fields', { key, type, label, options })
    }
    const step = {
      name: { en: 'CANARY step for handlers' },
      publicName: { en: 'CANARY public name' },
      explanation: { en: 'CANARY explanation' },
      whatNext: { en: 'CANARY what next' },
    }
    await expectCall(200, admin, 'PUT', '/issue-types/secrets/steps', {
      steps: [
        { ...step, key: 'received', next: [{ to: 'secret' }] },
        {
          ...step,
          key: 'secret',
          hidden: true,
          publicName: { en: 'CANARY hidden step' },
          explanation: { en: 'CANARY hidden step' },
          whatNext: { en: 'CANARY hidden step' },
          stage: 'decision',
          outcome: 'rejected',
          next: [{ to: 'received' }],
        },
      ],
    })
    await setPage(admin, { enabled: true, attachmentDownloads: true }, 'secrets')
    const staff = await Promise.all(
      [
        { name: 'CANARY person', email: 'canary.person@staff.example', publicName: 'CANARY public person' },
        { name: 'CANARY handler', email: 'canary.handler@staff.example', publicName: 'CANARY public team' },
      ].map((user) => expectCall(201, admin, 'POST', '/users', { ...user, role: 'handler' })),
    )
    userIds = staff.map(({ json }) => json.id)
    const issue = await expectCall(201, admin, 'POST', '/issues', {
      type: 'secrets',
      handler: 'canary.handler@staff.example',
      locale: 'en',
      contact: { name: 'CANARY Name', email: 'canary.contact@example.org', phone: '+420601555444' },
      values: Object.fromEntries(Object.entries(OWN).map(([key, [, value]]) => [key, value])),
      due: '2033-07-09',
    })
    number = issue.json.number
    const path = `/issues/${number}`
    await expectCall(201, admin, 'POST', `${path}/messages`, { body: 'CANARY public message' })
    await expectCall(201, admin, 'POST', `${path}/messages`, { body: 'CANARY internal note', internal: true })
    await expectCall(200, admin, 'POST', `${path}/transitions`, {
      to: 'secret',
      comment: 'CANARY transition comment',
    })
    await attachText(admin, number, { name: 'canary-public.txt', text: 'CANARY inside', public: true })
    await attachText(admin, number, { name: 'canary-internal.txt', text: 'CANARY inside', public: false })
    cookie = await signIn(admin, { issue: number, contact: '601555444' }, { page: 'secrets' })
  })
  beforeEach(() => forgetAttempts(app()))

  /** The page's HTML, and everything else that the same visit gets. */
  const visit = async (locale = 'en') => {
    const url = `/${locale}/status/secrets?issue=${number}`
    const page = await getPage(app(), url, { cookie })
    expect(page.statusCode).toBe(200)
    const others = await Promise.all([
      app().app.inject({ method: 'HEAD', url, headers: { cookie } }),
      getPage(app(), url, { cookie, accept: 'application/json' }),
      getPage(app(), `${url}&format=json`, { cookie }),
      getPage(app(), `/${locale}/status/secrets`, { cookie }),
      getPage(app(), `/status/secrets?issue=${number}`, { cookie }),
      getPage(app(), `/${locale}/status/secrets/attachments/nope`, { cookie }),
      getPage(app(), url),
    ])
    const [head, json, format, ...strangers] = others
    // One representation, whatever is asked for.
    for (const same of [json, format]) expect(same?.body.length).toBe(page.body.length)
    expect(head?.body).toBe('')
    for (const other of strangers) expect(other.body).not.toMatch(/canary/i)
    for (const { headers } of [page, ...others]) {
      expect(JSON.stringify(headers)).not.toMatch(/canary/i)
    }
    for (const secret of [...NEVER, ...userIds]) expect(page.body).not.toContain(secret)
    return page.body.replaceAll('\u00a0', ' ')
  }
  const found = (body: string) => [
    ...Object.entries(OWN)
      .filter(([, [, , shown]]) => body.includes(shown))
      .map(([key]) => key),
    ...Object.entries(BUILT_IN)
      .filter(([, shown]) => shown.test(body))
      .map(([key]) => key),
  ]

  test('R25 with nothing configured nothing leaves', async () => {
    await setPageView(app(), [], 'secrets')
    const body = await visit()
    expect(found(body)).toEqual([])
    expect(body).not.toMatch(/canary/i)
  })

  test.each([...Object.keys(OWN), ...Object.keys(BUILT_IN)])(
    'R25 %s alone shows itself and nothing else',
    async (field) => {
      await setPageView(app(), [field], 'secrets')
      const shown = found(await visit())
      // What happens next tells until when, and a step its name.
      const brings: Record<string, string[]> = { next: ['due', 'next'] }
      expect(shown.sort()).toEqual((brings[field] ?? [field]).sort())
    },
  )

  test('R25 everything shows everything, and still nothing internal', async () => {
    const all = [
      ...Object.keys(OWN),
      ...Object.keys(BUILT_IN),
      'number',
      'type',
      'progress',
      'created',
      'changed',
      'locale',
    ]
    await setPageView(app(), all, 'secrets')
    const body = await visit()
    expect(found(body)).toEqual([...Object.keys(OWN), ...Object.keys(BUILT_IN)])
    expect(body).toContain('CANARY explanation')
    expect(body).not.toContain('CANARY option one, ')
  })

  test('the fields come in the configured order', async () => {
    const orders = [
      ['c_text', 'contact.name', 'c_money', 'messages', 'c_email', 'attachments', 'c_long'],
      ['attachments', 'c_long', 'c_email', 'messages', 'c_money', 'contact.name', 'c_text'],
    ]
    const marks: Record<string, string> = {
      ...Object.fromEntries(Object.entries(OWN).map(([key, [, , shown]]) => [key, shown])),
      'contact.name': 'CANARY Name',
      messages: 'CANARY public message',
      attachments: 'canary-public.txt',
    }
    for (const order of orders) {
      await setPageView(app(), order, 'secrets')
      const body = await visit()
      const places = order.map((field) => body.indexOf(marks[field] ?? '?'))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places[0]).toBeGreaterThan(0)
    }
  })

  test('labels: the view comes before the field, and languages fall back', async () => {
    const labelOf = async (locale: string, label?: Record<string, string>) => {
      await setPageView(app(), label ? [{ field: 'c_text', label }] : ['c_text'], 'secrets')
      return /<dt(?: lang="[a-z]+")?>([^<]*)<\/dt><dd><bdi>CANARY-text/.exec(await visit(locale))?.[1]
    }
    expect(await labelOf('en')).toBe('CANARY label text')
    expect(await labelOf('cs')).toBe('CANARY popisek text')
    expect(await labelOf('cs', { cs: 'Můj text', en: 'My text' })).toBe('Můj text')
    // The language of the issue comes next, then the default one, then any that there is.
    expect(await labelOf('cs', { en: 'My text', de: 'Mein Text' })).toBe('My text')
    expect(await labelOf('cs', { de: 'Mein Text' })).toBe('Mein Text')
    expect(await labelOf('en', { 'en-GB': 'Our text' })).toBe('Our text')
  })

  test('R25 a value that no longer fits its field is not shown', async () => {
    await setPageView(app(), [], 'secrets')
    await expectCall(204, app(), 'DELETE', '/fields/c_text')
    await expectCall(201, app(), 'POST', '/fields', { key: 'c_text', type: 'money', label: { en: 'Price' } })
    await setPageView(app(), ['c_text'], 'secrets')
    const body = await visit()
    expect(body).not.toContain('CANARY-text')
    expect(body).not.toContain('<dt>Price')
  })
})
