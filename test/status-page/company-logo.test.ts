import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, getPage } from '../support/calls.ts'
import { upload } from '../support/uploads.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

onBothStores('the logo of the company', (app) => {
  const put = (filename: string, bytes: Buffer | string) =>
    upload(app(), '/company/logo', [{ name: 'file', filename, bytes }], {}, 'PUT')
  const pageOf = async () => (await getPage(app(), '/en/status/warranty')).body

  test('stands at the top of a page without a header, and its name tells what it is', async () => {
    await expectCall(404, app(), 'GET', '/company/logo')
    await expectCall(200, app(), 'PUT', '/company', { name: 'Shop & Sons', website: 'https://shop.example' })
    expect(await pageOf()).toContain('<strong>Shop &amp; Sons</strong>')
    const { status, json } = await put('logo.svg', SVG)
    expect(status).toBe(200)
    expect(json).toMatchObject({ name: 'logo.svg', mediaType: 'image/svg+xml', size: SVG.length })
    expect((await expectCall(200, app(), 'GET', '/company/logo')).json).toEqual(json)
    const page = await pageOf()
    expect(page).toContain(`<img class="rk-logo" src="${json.path}" alt="Shop &amp; Sons">`)
    expect(page).not.toContain('<strong>Shop')

    const type = await expectCall(200, app(), 'GET', '/issue-types/warranty/status-page')
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/status-page', { header: { en: '<p>Own</p>' } })
    expect(await pageOf()).not.toContain('rk-logo')
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/status-page', { header: type.json.header })

    const file = await app().app.inject({ url: json.path, headers: { host: 'localhost:3000' } })
    expect([file.statusCode, file.headers['content-type'], file.body]).toEqual([200, 'image/svg+xml', SVG])
    expect(file.headers['content-security-policy']).toContain('sandbox')

    const other = await put('logo.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    expect(other.json.path).not.toBe(json.path)
    expect((await app().app.inject({ url: json.path, headers: { host: 'localhost:3000' } })).statusCode).toBe(
      404,
    )
    await expectCall(204, app(), 'DELETE', '/company/logo')
    await expectCall(404, app(), 'DELETE', '/company/logo')
    expect(await pageOf()).toContain('<strong>Shop')
    const actions = (await expectCall(200, app(), 'GET', '/audit?action=company-logo.')).json.items
    expect(actions.map(({ action }: { action: string }) => action)).toEqual([
      'company-logo.deleted',
      'company-logo.changed',
      'company-logo.changed',
    ])
    const versions = await expectCall(200, app(), 'GET', '/versions?target=company/')
    expect(versions.json.items).toEqual([])
  })

  test('is a png, webp or svg file of at most 256 KiB', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(256 * 1024)])
    expect((await put('logo.png', png)).status).toBe(413)
    for (const [name, bytes] of [
      ['logo.png', 'no image'],
      ['logo.ttf', Buffer.from([0, 1, 0, 0])],
      ['logo.ico', Buffer.from([0, 0, 1, 0])],
      ['constructor', 'x'],
    ] as const) {
      const { status, json } = await put(name, bytes)
      expect([status, json.errors[0].path]).toEqual([422, 'file'])
    }
    const read = { token: app().tokens.read }
    expect((await call(app(), 'DELETE', '/company/logo', undefined, read)).status).toBe(403)
  })
})
