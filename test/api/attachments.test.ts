import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { DAY, HOUR } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'
import { BOUNDARY, filesOnDisk, multipart, upload } from '../support/uploads.ts'

const MIB = 1024 ** 2
const PDF = Buffer.from('%PDF-1.7\nsome content\n%%EOF')

onBothStores('attachments', (app) => {
  const textFile = (filename: string, bytes: Buffer | string = 'Hello') => ({ name: 'file', filename, bytes })
  const newIssue = async () => `/issues/${(await openTestIssue(app())).number}/attachments`

  test('a file is attached, listed, downloaded, shared and deleted', async () => {
    const url = await newIssue()
    const made = await upload(app(), url, [textFile('účtenka.pdf', PDF), { name: 'public', value: 'true' }])
    expect(made.status, made.text).toBe(201)
    expect(made.json).toEqual({
      id: expect.any(String),
      name: 'účtenka.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      public: true,
      from: 'shop',
      at: '2026-11-23T09:00:00.000Z',
    })
    expect((await expectCall(200, app(), 'GET', url)).json).toEqual({ items: [made.json], nextCursor: null })
    const file = await call(app(), 'GET', `${url}/${made.json.id}`)
    expect(file.text).toBe(PDF.toString())
    const { json: hidden } = await expectCall(200, app(), 'PATCH', `${url}/${made.json.id}`, {
      public: false,
    })
    expect(hidden).toEqual({ ...made.json, public: false })
    await expectCall(204, app(), 'DELETE', `${url}/${made.json.id}`)
    for (const method of ['GET', 'DELETE'] as const)
      await expectCall(404, app(), method, `${url}/${made.json.id}`)
    await expectCall(404, app(), 'PATCH', `${url}/${made.json.id}`, { public: true })
    expect(filesOnDisk(app())).toEqual({ kept: [], incoming: [] })
    const { json: events } = await expectCall(200, app(), 'GET', url.replace('attachments', 'events'))
    expect(events.items.slice(1)).toMatchObject([
      { kind: 'attachment.added', data: { attachment: made.json.id, name: 'účtenka.pdf', public: true } },
      { kind: 'attachment.changed', data: { public: false } },
      { kind: 'attachment.deleted', data: { name: 'účtenka.pdf' } },
    ])
  })

  test('R50 a download is one, and nothing that a browser would show or run', async () => {
    const url = await newIssue()
    const { json } = await upload(app(), url, [textFile('stránka.txt', '<script>alert(1)</script>')])
    const { headers } = await expectCall(200, app(), 'GET', `${url}/${json.id}`)
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="stranka.txt"; filename*=UTF-8''str%C3%A1nka.txt`,
      'content-length': '25',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  test('parts may come in any order', async () => {
    const url = await newIssue()
    const fields = [
      { name: 'public', value: 'true' },
      { name: 'from', value: 'customer' },
    ]
    const file = textFile('a.txt')
    for (const parts of [
      [file, ...fields],
      [...fields, file],
      [...fields.slice(0, 1), file, ...fields.slice(1)],
    ]) {
      const reply = await upload(app(), url, parts)
      expect(reply.json).toMatchObject({ name: 'a.txt', public: true, from: 'customer' })
    }
    expect((await upload(app(), url, [file])).json).toMatchObject({ public: false, from: 'shop' })
  })

  test('R47 R48 what is wrong is refused, and nothing of it stays', async () => {
    const url = await newIssue()
    const before = filesOnDisk(app()).kept.length
    const file = textFile('a.txt')
    const cases: [string, Parameters<typeof upload>[2], number, string?][] = [
      ['no file', [{ name: 'public', value: 'true' }], 422, 'file'],
      ['nothing at all', [], 422, 'file'],
      ['two files', [file, file], 422, 'file'],
      ['another part', [{ ...file, name: 'document' }], 422, 'document'],
      ['an unknown field', [file, { name: 'colour', value: 'red' }], 422, 'colour'],
      ['public in other words', [file, { name: 'public', value: 'yes' }], 422, 'public'],
      ['an unknown sender', [{ name: 'from', value: 'nobody' }, file], 422, 'from'],
      ['a field twice', [file, { name: 'public', value: 'true' }, { name: 'public', value: 'true' }], 400],
      ['a reserved name', [file, { name: '__proto__', value: 'x' }], 400],
      [
        'many fields',
        [file, ...Array.from({ length: 15 }, (_, index) => ({ name: `f${index}`, value: '' }))],
        413,
      ],
      ['an empty file', [textFile('a.txt', '')], 422, 'file'],
      ['html as a picture', [textFile('a.jpg', '<html>')], 422, 'file'],
      ['a page', [textFile('a.html', '<html>')], 422, 'file'],
      ['a drawing', [textFile('a.svg', '<svg/>')], 422, 'file'],
      ['a program', [textFile('a.exe', 'MZ')], 422, 'file'],
      ['a renamed archive', [textFile('a.pdf', 'PK\u0003\u0004')], 422, 'file'],
      ['text with NUL', [textFile('a.txt', 'a\0b')], 422, 'file'],
      ['no extension', [textFile('Makefile')], 422, 'file'],
      ['no name', [textFile('')], 422, 'file'],
      ['a name of dots', [textFile('..')], 422, 'file'],
      ['a strange extension', [textFile('a.constructor', Buffer.from([1, 2, 3]))], 422, 'file'],
    ]
    for (const [what, parts, status, path] of cases) {
      const reply = await upload(app(), url, parts)
      expect(reply.status, `${what}: ${reply.text}`).toBe(status)
      if (path) expect(reply.json.errors, what).toMatchObject([{ path }])
    }
    expect(filesOnDisk(app())).toEqual({ kept: expect.objectContaining({ length: before }), incoming: [] })
    expect((await expectCall(200, app(), 'GET', url)).json.items).toEqual([])
  })

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\\\Users\\\\jana\\\\účet.txt', 'účet.txt'],
    ['evil\u202etxt.txt', 'eviltxt.txt'],
    ['a\u0007b\u200b.txt', 'ab.txt'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(146)}.txt`],
  ])('R47 the name %j is kept as %j', async (filename, name) => {
    const reply = await upload(app(), await newIssue(), [textFile(filename)])
    expect(reply.json).toMatchObject({ name })
  })

  test('R35 bodies that are no multipart are refused, and nothing stays', async () => {
    const url = `/api/v1${await newIssue()}`
    const whole = multipart([textFile('a.txt')]).toString()
    const type = `multipart/form-data; boundary=${BOUNDARY}`
    for (const [contentType, payload, status] of [
      ['multipart/form-data', whole, 400],
      [type, 'nonsense', 400],
      [type, whole.slice(0, -20), 400],
      [type, whole.slice(0, 30), 400],
      [type, `--${BOUNDARY}\r\n\r\n\r\n--${BOUNDARY}--`, 422],
      ['application/json', '{}', 415],
      ['text/plain', whole, 415],
    ] as const) {
      const response = await app().app.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${app().tokens.write}`, 'content-type': contentType },
        payload,
      })
      expect(response.statusCode, `${contentType} ${payload.slice(0, 40)}`).toBe(status)
    }
    expect(filesOnDisk(app()).incoming).toEqual([])
    expect(app().logged).toEqual([])
  })

  test('R48 a file of 20 MiB is taken, one byte more is not, and leaves nothing', async () => {
    const url = await newIssue()
    const taken = await upload(app(), url, [textFile('a.txt', Buffer.alloc(20 * MIB, 'a'))])
    expect(taken.json).toMatchObject({ size: 20 * MIB })
    const before = filesOnDisk(app())
    for (const bytes of [20 * MIB + 1, 25 * MIB]) {
      const reply = await upload(app(), url, [textFile('a.txt', Buffer.alloc(bytes, 'a'))])
      expect(reply.status).toBe(413)
    }
    expect(filesOnDisk(app())).toEqual(before)
    await expectCall(204, app(), 'DELETE', `${url}/${taken.json.id}`)
  })

  test('R48 an issue takes 100 MiB a day', async () => {
    const url = await newIssue()
    const big = [textFile('a.txt', Buffer.alloc(20 * MIB, 'a'))]
    for (let index = 0; index < 5; index++) expect((await upload(app(), url, big)).status).toBe(201)
    const full = await upload(app(), url, [textFile('b.txt')])
    expect(full.status).toBe(413)
    expect(full.json.detail).toContain('100 MiB')
    app().clock.advance(DAY)
    expect((await upload(app(), url, [textFile('b.txt')])).status).toBe(201)
    await expectCall(204, app(), 'DELETE', url.replace('/attachments', ''))
    expect(filesOnDisk(app()).incoming).toEqual([])
  })

  test('an attachment of another issue is as good as none', async () => {
    const url = await newIssue()
    const { json } = await upload(app(), url, [textFile('a.txt')])
    const other = await newIssue()
    await expectCall(404, app(), 'GET', `${other}/${json.id}`)
    await expectCall(404, app(), 'PATCH', `${other}/${json.id}`, { public: true })
    await expectCall(404, app(), 'DELETE', `${other}/${json.id}`)
    expect((await upload(app(), '/issues/none/attachments', [textFile('a.txt')])).status).toBe(404)
  })

  test('R75 the same file with the same key is attached once, and its copy does not stay', async () => {
    const url = await newIssue()
    const before = filesOnDisk(app()).kept.length
    const headers = { 'idempotency-key': 'file-1' }
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => upload(app(), url, [textFile('a.txt')], headers)),
    )
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map(({ json }) => json.id)).size).toBe(1)
    expect(filesOnDisk(app())).toEqual({
      kept: expect.objectContaining({ length: before + 1 }),
      incoming: [],
    })
    const other = await upload(app(), url, [textFile('a.txt', 'Other')], headers)
    expect(other.json.type).toBe('urn:reklamator:problem:idempotency-key-reused')
    expect(filesOnDisk(app()).kept).toHaveLength(before + 1)
  })

  test('R51 an upload that breaks off leaves nothing', async () => {
    const url = await newIssue()
    if (!app().app.server.listening) await app().app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app().app.server.address() as AddressInfo
    const before = filesOnDisk(app())
    const body = multipart([textFile('a.txt', Buffer.alloc(4 * MIB, 'a'))])
    const sending = request({
      port,
      method: 'POST',
      path: `/api/v1${url}`,
      headers: {
        authorization: `Bearer ${app().tokens.write}`,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'content-length': body.length,
      },
    })
    sending.on('error', () => {})
    sending.write(body.subarray(0, 2 * MIB))
    await vi.waitFor(() => expect(filesOnDisk(app()).incoming).toHaveLength(1), { timeout: 10_000 })
    sending.destroy()
    await vi.waitFor(() => expect(filesOnDisk(app())).toEqual(before), { timeout: 10_000 })
    expect((await expectCall(200, app(), 'GET', url)).json.items).toEqual([])
    expect(app().logged).toEqual([])
  })

  test('R36 who sends too much reads the answer', async () => {
    const url = await newIssue()
    if (!app().app.server.listening) await app().app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app().app.server.address() as AddressInfo
    for (const size of [21 * MIB, 30 * MIB]) {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${url}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${app().tokens.write}`,
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        },
        body: new Uint8Array(multipart([textFile('a.txt', Buffer.alloc(size, 'a'))])),
      })
      expect(response.status).toBe(413)
      await response.arrayBuffer()
    }
    expect(filesOnDisk(app()).incoming).toEqual([])
  })

  test('R49 what uploads that never ended left is swept after an hour', async () => {
    await app().files.receive((await import('node:stream')).Readable.from([Buffer.from('x')]), 10)
    expect(filesOnDisk(app()).incoming).toHaveLength(1)
    await app().files.sweep(Date.now() + HOUR / 2, async () => true)
    expect(filesOnDisk(app()).incoming).toHaveLength(1)
    await app().files.sweep(Date.now() + 2 * HOUR, async () => true)
    expect(filesOnDisk(app()).incoming).toEqual([])
  })

  test('an asset of a page is checked by its content', async () => {
    const url = '/issue-types/warranty/status-page/assets'
    const svg = '<?xml version="1.0"?>\n<!-- logo --><svg xmlns="http://www.w3.org/2000/svg"></svg>'
    const made = await upload(app(), url, [textFile('logo.svg', svg)])
    expect(made.status, made.text).toBe(201)
    expect(made.json).toMatchObject({ name: 'logo.svg', mediaType: 'image/svg+xml', size: svg.length })
    expect((await upload(app(), url, [textFile('logo.svg', svg)])).json.id).toBe(made.json.id)
    expect((await expectCall(200, app(), 'GET', url)).json.items).toEqual([made.json])
    for (const [name, bytes] of [
      ['logo.png', 'no picture'],
      ['logo.svg', '<html><svg>'],
      ['logo.svg', '<!-- -->'.repeat(500)],
      ['logo.exe', 'MZ'],
      ['logo.constructor', 'x'],
      ['logo', svg],
    ] as const) {
      expect((await upload(app(), url, [textFile(name, bytes)])).status, name).toBe(422)
    }
    const large = `${svg}<!--${'x'.repeat(300 * 1024)}-->`
    expect((await upload(app(), url, [textFile('logo.svg', large)])).status).toBe(413)
    expect((await upload(app(), url, [textFile('logo.svg', Buffer.alloc(2 * MIB, svg))])).status).toBe(413)
    expect((await upload(app(), url, [])).status).toBe(422)
    expect(
      (await upload(app(), '/issue-types/none/status-page/assets', [textFile('l.svg', svg)])).status,
    ).toBe(404)
    await expectCall(204, app(), 'DELETE', `${url}/${made.json.id}`)
    await expectCall(404, app(), 'DELETE', `${url}/${made.json.id}`)
  })
})
