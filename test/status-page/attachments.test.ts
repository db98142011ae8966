import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, getPage, openTestIssue, signIn } from '../support/calls.ts'
import { attachText, everythingOf, forgetAttempts, setPage, setPageView } from './support.ts'

onBothStores('files of an issue', (app) => {
  let issue: Awaited<ReturnType<typeof openTestIssue>>
  let cookie = ''
  let file = ''
  beforeEach(async () => {
    await forgetAttempts(app())
    await setPage(app(), { enabled: true, attachmentDownloads: true })
    await setPageView(app(), ['progress', 'attachments'])
    issue = await openTestIssue(app())
    file = await attachText(app(), issue.number, { name: 'posudek.txt', text: 'the text', public: true })
    cookie = await signIn(app(), { issue: issue.number, contact: issue.email })
  })

  const get = (id: string, headers: Record<string, string> = { cookie }, locale = 'en') =>
    getPage(app(), `/${locale}/status/warranty/attachments/${id}`, headers)

  test('R50 a public one is sent as a download that can do nothing', async () => {
    const response = await get(file)
    expect(response.statusCode).toBe(200)
    expect(response.body).toBe('the text')
    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '8',
      'content-disposition': 'attachment; filename="posudek.txt"; filename*=UTF-8\'\'posudek.txt',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(response.headers['etag']).toBeUndefined()
    expect(response.headers['last-modified']).toBeUndefined()
    const head = await app().app.inject({
      method: 'HEAD',
      url: `/en/status/warranty/attachments/${file}`,
      headers: { cookie },
    })
    expect([head.statusCode, head.body]).toEqual([200, ''])
  })

  test('R26 R50 everything else answers like an id that does not exist', async () => {
    const other = await openTestIssue(app())
    const others = await attachText(app(), other.number, { name: 'a.txt', text: 'a', public: true })
    const internal = await attachText(app(), issue.number, { name: 'b.txt', text: 'b', public: false })
    const nothing = everythingOf(await get('018f0000-0000-7000-8000-000000000000'))
    expect(nothing.status).toBe(404)
    const asks = {
      'of another issue': get(others),
      internal: get(internal),
      'no id': get('nope'),
      'a path': get('..%2f..%2fsecret'),
      'a quote': get("'%20or%201=1"),
      'without a session': get(file, {}),
      'with an unknown session': get(file, { cookie: `rk_claim=${'A'.repeat(43)}` }),
      'in capitals': get(file.toUpperCase()),
    }
    for (const [what, ask] of Object.entries(asks)) expect(everythingOf(await ask), what).toEqual(nothing)
    expect((await get(file, { cookie }, 'xx')).statusCode).toBe(404)
  })

  test('R24 R50 what it depends on is asked at each download', async () => {
    const status = async () => (await get(file)).statusCode
    expect(await status()).toBe(200)
    await setPage(app(), { attachmentDownloads: false })
    expect(await status()).toBe(404)
    await setPage(app(), { attachmentDownloads: true })
    expect(await status()).toBe(200)
    await setPageView(app(), ['progress'])
    expect(await status()).toBe(404)
    await setPageView(app(), ['attachments'])
    expect(await status()).toBe(200)
    const path = `/issues/${issue.number}/attachments/${file}`
    await expectCall(200, app(), 'PATCH', path, { public: false })
    expect(await status()).toBe(404)
    await expectCall(200, app(), 'PATCH', path, { public: true })
    expect(await status()).toBe(200)
    await expectCall(204, app(), 'DELETE', path)
    expect(await status()).toBe(404)
  })

  test('with downloads off the page names them without links', async () => {
    await setPage(app(), { attachmentDownloads: false })
    const page = await getPage(app(), `/en/status/warranty?issue=${issue.number}`, { cookie })
    expect(page.body).toContain('posudek.txt')
    expect(page.body).not.toContain(file)
    await setPage(app(), { attachmentDownloads: true })
    const linked = await getPage(app(), `/cs/status/warranty?issue=${issue.number}`, { cookie })
    expect(linked.body).toContain(`href="/cs/status/warranty/attachments/${file}"`)
  })

  test('R50 a name of any script survives, and none can break the header', async () => {
    for (const name of ['Účtenka č. 5.txt', '收据.txt', 'a;b=c.txt', "o'neil (1)*.txt", '%0d%0a.txt']) {
      const id = await attachText(app(), issue.number, { name, text: 'x', public: true })
      const disposition = String((await get(id)).headers['content-disposition'])
      expect(disposition).toMatch(
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/,
      )
      const kept = decodeURIComponent(disposition.replace(/^.*''/, ''))
      const { json } = await call(app(), 'GET', `/issues/${issue.number}/attachments?limit=100`)
      expect(json.items.map((item: { name: string }) => item.name)).toContain(kept)
    }
  })

  test('a file that is gone from the disk is a page that says so, not half a download', async () => {
    const { storage_key: key } = await app()
      .db.read.selectFrom('attachments')
      .select('storage_key')
      .where('id', '=', file)
      .executeTakeFirstOrThrow()
    await app().files.remove(key)
    const response = await get(file)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.headers['content-disposition']).toBeUndefined()
    expect(Number(response.headers['content-length'])).toBe(Buffer.byteLength(response.body))
  })
})
