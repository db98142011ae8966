import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { attachText, everythingOf, forgetAttempts, type Response, setPage, setPageView } from './support.ts'

type Ask = (page: string) => Promise<Response>

onBothStores('a page that is not there', (app) => {
  let issue: Awaited<ReturnType<typeof openTestIssue>>
  let cookie = ''
  let file = ''
  beforeEach(async () => {
    await forgetAttempts(app())
    await setPage(app(), { enabled: true, identifier: 'warranty', attachmentDownloads: true })
    await setPageView(app(), ['progress', 'product', 'attachments'])
    issue = await openTestIssue(app())
    file = await attachText(app(), issue.number, { name: 'a.txt', text: 'the file', public: true })
    cookie = await signIn(app(), { issue: issue.number, contact: issue.email })
  })

  const post = (path: string) =>
    app().app.inject({
      method: 'POST',
      url: path,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
  const asks: [string, Ask][] = [
    ['the form', (page) => getPage(app(), `/en/status/${page}`)],
    ['the form with a number', (page) => getPage(app(), `/en/status/${page}?issue=${issue.number}`)],
    ['the form without a language', (page) => getPage(app(), `/status/${page}`)],
    ['the issue', (page) => getPage(app(), `/en/status/${page}?issue=${issue.number}`, { cookie })],
    ['a look-up', (page) => lookUp(app(), { issue: issue.number, contact: issue.email }, { page })],
    ['an empty look-up', (page) => lookUp(app(), {}, { page })],
    ['a file', (page) => getPage(app(), `/en/status/${page}/attachments/${file}`, { cookie })],
    ['leaving', (page) => post(`/en/status/${page}/leave`)],
  ]

  test.each(asks)('R15 %s: off, deleted and never there are one and the same', async (_name, ask) => {
    const named = async () => {
      const answer = everythingOf(await ask('warranty'))
      return { ...answer, body: answer.body.replaceAll('warranty', 'PAGE') }
    }
    await setPage(app(), { enabled: false })
    const off = await named()
    await setPage(app(), { identifier: 'elsewhere' })
    const moved = await named()
    const never = everythingOf(await ask('nowhere1'))
    expect(off.status).toBe(404)
    expect(off).toEqual(moved)
    expect(off).toEqual({ ...never, body: never.body.replaceAll('nowhere1', 'PAGE') })
  })

  test('R15 an unknown language is the same error page with the same status', async () => {
    await setPage(app(), { enabled: false })
    const off = everythingOf(await getPage(app(), '/en/status/warranty'))
    for (const locale of ['xx', 'EN', 'en-GB', 'en%20', 'constructor', '__proto__', '%F0%9F%98%80']) {
      const answer = everythingOf(await getPage(app(), `/${locale}/status/warranty`))
      expect(answer.status, locale).toBe(404)
      expect(answer.body, locale).toBe(off.body)
      expect(answer.headers, locale).toEqual(off.headers)
    }
    const deleted = await call(app(), 'POST', '/issue-types', { key: 'short', name: { en: 'Short' } })
    expect(deleted.status).toBe(201)
    await setPage(app(), { enabled: true, identifier: 'shortie' }, 'short')
    expect((await getPage(app(), '/en/status/shortie')).statusCode).toBe(200)
    await expectCall(204, app(), 'DELETE', '/issue-types/short')
    expect((await getPage(app(), '/en/status/shortie')).statusCode).toBe(404)
  })

  test('the error page names no shop, and speaks the language of the address or of the visitor', async () => {
    await expectCall(200, app(), 'PUT', '/company', { name: 'Canary Shop', phone: '+420601000000' })
    await setPage(app(), {
      enabled: false,
      header: { en: '<p>Canary header</p>' },
      css: '.canary { color: red }',
    })
    const english = await getPage(app(), '/en/status/warranty')
    const czech = await getPage(app(), '/cs/status/warranty')
    const byHeader = await getPage(app(), '/status/warranty', { 'accept-language': 'cs,en;q=0.5' })
    expect(english.body).not.toMatch(/canary/i)
    expect(english.body).toContain('<html lang="en"')
    expect(czech.body).toContain('<html lang="cs"')
    expect(byHeader.body).toContain('<html lang="cs"')
    expect(english.body).toContain('href="/cs/status/warranty"')
  })

  test('off keeps the configuration, and on works again', async () => {
    await setPage(app(), {
      header: { en: '<p>Our header</p>' },
      width: '800px',
      additionalCss: '.rk-note { color: red }',
    })
    const before = await expectCall(200, app(), 'GET', '/issue-types/warranty/status-page')
    await setPage(app(), { enabled: false })
    expect((await getPage(app(), '/en/status/warranty')).statusCode).toBe(404)
    const off = await expectCall(200, app(), 'GET', '/issue-types/warranty/status-page')
    expect({ ...off.json, enabled: true }).toEqual(before.json)
    await setPage(app(), { enabled: true })
    const form = await getPage(app(), '/en/status/warranty')
    expect(form.statusCode).toBe(200)
    expect(form.body).toContain('Our header')
    expect(await signIn(app(), { issue: issue.number, contact: issue.email })).toMatch(/^rk_claim=/)
  })

  test('names of pages that need care in an address lead nowhere else', async () => {
    for (const page of [
      'a%2Fb',
      '%2e%2e',
      '%2e%2e%2fapi',
      '%5c%5cevil.example',
      '%0d%0aset-cookie:a',
      '%20',
      'warranty%00',
      'WARRANTY',
      'warranty.',
      '%F0%9F%98%80',
      'x'.repeat(499),
    ]) {
      const response = await getPage(app(), `/en/status/${page}`)
      expect([400, 404], page).toContain(response.statusCode)
      expect(response.headers['set-cookie']).toBeUndefined()
      for (const [, href] of response.body.matchAll(/href="([^"]*)"/g)) {
        expect(href, page).toMatch(/^(#main$|\/assets\/\w+\.css$|\/(cs|de|en|pl|sk)\/status\/[^/]+$)/)
      }
    }
  })
})
