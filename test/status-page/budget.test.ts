import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { attachText, forgetAttempts, setPage, setPageView } from './support.ts'

const url = '/en/status/warranty'
const plain = { css: '', additionalCss: '', font: null, width: null, header: {}, favicon: null }

onBothStores('what a visit costs', (app) => {
  beforeEach(async () => {
    await forgetAttempts(app())
    await setPage(app(), plain)
  })

  const sheetOf = (body: string) => /<link rel="stylesheet" href="([^"]*)">/.exec(body)?.[1] ?? ''

  test('a look-up takes at most 6 statements in all, the issue one', async () => {
    await setPageView(app(), ['progress', 'next', 'product', 'contact.name', 'messages', 'attachments'])
    const { number, email } = await openTestIssue(app())
    await attachText(app(), number, { name: 'a.txt', text: 'a', public: true })
    // The first visit after a change loads the configuration once; from then on it is known.
    await getPage(app(), url)
    app().takeStatements()
    await getPage(app(), url)
    const form = app().takeStatements()
    const cookie = await signIn(app(), { issue: number, contact: email })
    const attempt = app().takeStatements()
    const page = await getPage(app(), `${url}?issue=${number}`, { cookie })
    const view = app().takeStatements()
    expect(page.body).toContain('a.txt')
    expect(view.length, view.join('\n')).toBe(1)
    const all = [...form, ...attempt, ...view]
    expect(all.length, all.join('\n')).toBeLessThanOrEqual(6)
  })

  test('what the view does not have is not read', async () => {
    const { number, email } = await openTestIssue(app())
    await setPageView(app(), ['progress', 'product'])
    const cookie = await signIn(app(), { issue: number, contact: email })
    app().takeStatements()
    await getPage(app(), `${url}?issue=${number}`, { cookie })
    expect(
      app()
        .takeStatements()
        .filter((sql) => /messages|attachments/.test(sql)),
    ).toEqual([])
  })

  test('refused, throttled and unknown attempts take no more, known or not', async () => {
    const { number } = await openTestIssue(app())
    await getPage(app(), url)
    const cost = async (issue: string) => {
      app().takeStatements()
      await lookUp(app(), { issue, contact: 'x@example.org' })
      return app().takeStatements()
    }
    const [known, unknown] = [await cost(number), await cost('XX-1')]
    expect(known).toEqual(unknown)
    expect(known.length).toBeLessThanOrEqual(3)
    for (let failures = 0; failures < 4; failures++) {
      await cost(number)
      await cost('XX-1')
    }
    const throttled = await cost(number)
    expect(throttled).toEqual(await cost('XX-1'))
    expect(throttled.length).toBeLessThanOrEqual(2)
  })

  test('R29 the first visit is two requests and under 14 kB, from this server alone', async () => {
    for (const coding of ['gzip', 'br, gzip']) {
      const headers = { 'accept-encoding': coding }
      const form = await getPage(app(), url, headers)
      const html = gunzipSync(form.rawPayload).toString()
      const sheet = await getPage(app(), sheetOf(html), headers)
      expect(sheet.statusCode).toBe(200)
      const bytes = form.rawPayload.length + sheet.rawPayload.length
      expect(bytes).toBeLessThanOrEqual(14 * 1024)
      // Nothing else is fetched: no script, no image, no font, no icon, no preload.
      const css = (await getPage(app(), sheetOf(html))).body
      expect([...html.matchAll(/<(script|img|iframe|object|video|audio|source|link)\b/g)]).toHaveLength(1)
      expect(html).not.toMatch(/srcset=|background=|http-equiv/)
      expect(css).not.toMatch(/url\(|@import|image-set|@font-face/)
    }
  })

  test('every page names one and the same sheet', async () => {
    const { number, email } = await openTestIssue(app())
    const cookie = await signIn(app(), { issue: number, contact: email })
    const pages = await Promise.all([
      getPage(app(), url),
      getPage(app(), `${url}?issue=${number}`, { cookie }),
      getPage(app(), '/cs/status/return'),
      getPage(app(), '/en/status/nope'),
      lookUp(app(), {}),
    ])
    expect(new Set(pages.map(({ body }) => sheetOf(body))).size).toBe(1)
  })

  test('R39 the sheet is kept for ever at an address that changes with its content', async () => {
    const addressNow = async () => sheetOf((await getPage(app(), url)).body)
    const first = await addressNow()
    expect(first).toMatch(/^\/assets\/[0-9a-f]{20}\.css$/)
    const got = await getPage(app(), first)
    expect(got.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    })
    await setPage(app(), { additionalCss: '.rk-note { color: rebeccapurple }' })
    const second = await addressNow()
    expect(second).not.toBe(first)
    const changed = await getPage(app(), second)
    expect(changed.body.startsWith(got.body)).toBe(true)
    expect(changed.body).toContain('rebeccapurple')
    for (const [coding, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await getPage(app(), second, { 'accept-encoding': coding })
      expect(packed.headers['content-encoding']).toBe(coding)
      expect(decode(packed.rawPayload).toString()).toBe(changed.body)
    }
    await setPage(app(), { width: '900px', font: 'Georgia, serif' })
    const third = await addressNow()
    expect((await getPage(app(), third)).body).toMatch(/--rk-font:Georgia, serif;--rk-width:900px/)
    // The old address is gone, and nobody may keep that answer.
    const old = await getPage(app(), second)
    expect(old.statusCode).toBe(404)
    expect(old.headers['cache-control']).toBe('no-store')
    expect(old.headers['content-type']).toBe('text/html; charset=utf-8')
    await setPage(app(), plain)
    expect(await addressNow()).toBe(first)
  })

  test('a sheet is served while a page that uses it is on', async () => {
    await setPage(app(), { css: '.rk-card { border: 0 }' })
    const address = sheetOf((await getPage(app(), url)).body)
    await setPage(app(), { enabled: false })
    expect((await getPage(app(), address)).statusCode).toBe(404)
    await setPage(app(), { enabled: true })
    expect((await getPage(app(), address)).statusCode).toBe(200)
  })

  test('no asset has a name that leads elsewhere', async () => {
    for (const name of [
      'x.css',
      '..%2f..%2fpackage.json',
      '%2e%2e',
      'default.css',
      '',
      '%00',
      "'--",
      'a'.repeat(400),
    ]) {
      const response = await getPage(app(), `/assets/${name}`)
      expect([400, 404], name).toContain(response.statusCode)
      expect(response.headers['cache-control'], name).toBe('no-store')
    }
  })
})
