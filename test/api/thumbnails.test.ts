import sharp, { type Sharp } from 'sharp'
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'
import { upload } from '../support/uploads.ts'

onBothStores('thumbnails', (app) => {
  const attach = async (filename: string, bytes: Buffer) => {
    const url = `/issues/${(await openTestIssue(app())).number}/attachments`
    const made = await upload(app(), url, [{ name: 'file', filename, bytes }])
    expect(made.status, made.text).toBe(201)
    return `${url}/${made.json.id}`
  }
  const thumbnail = (url: string) =>
    app().app.inject({
      url: `/api/v1${url}/thumbnail`,
      headers: { authorization: `Bearer ${app().tokens.admin}` },
    })
  const image = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#b3261e' } })

  test.each([
    ['jpg', (made: Sharp) => made.jpeg()],
    ['png', (made: Sharp) => made.png()],
    ['webp', (made: Sharp) => made.webp()],
  ])('of a %s: WebP, small, and nothing of what else the photo tells', async (extension, format) => {
    const exif = { IFD0: { Copyright: 'canary' } }
    const photo = await format(image(1200, 600)).withExif(exif).withMetadata({ orientation: 6 }).toBuffer()
    const answer = await thumbnail(await attach(`photo.${extension}`, photo))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const { format: kind, width, height, exif: left } = await sharp(answer.rawPayload).metadata()
    expect({ kind, left }).toEqual({ kind: 'webp', left: undefined })
    // It stood on its side.
    expect([width, height]).toEqual([160, 320])
    expect(answer.rawPayload.includes('canary')).toBe(false)
  })

  test('a small image stays as small as it is', async () => {
    const url = await attach('dot.png', await image(20, 10).png().toBuffer())
    const { width, height } = await sharp((await thumbnail(url)).rawPayload).metadata()
    expect([width, height]).toEqual([20, 10])
  })

  test('R48 images that mean harm have none, and nothing breaks', async () => {
    const photo = await image(800, 800).jpeg().toBuffer()
    const wide = await image(16_000, 10).png().toBuffer()
    // What its head says and what it holds are two things: the width is a billion.
    const liar = Buffer.from(await image(10, 10).png().toBuffer())
    liar.writeUInt32BE(1_000_000_000, 16)
    const harmful: [string, Buffer][] = [
      ['bomb.png', bomb(30_000)],
      ['cut.jpg', photo.subarray(0, photo.length / 2)],
      ['head.jpg', photo.subarray(0, 30)],
      ['liar.png', liar],
      ['page.jpg', Buffer.concat([photo.subarray(0, 200), Buffer.from('<script>alert(1)</script>')])],
    ]
    for (const [name, bytes] of harmful) {
      const url = await attach(name, bytes)
      expect((await thumbnail(url)).statusCode, name).toBe(404)
      expect((await call(app(), 'GET', url)).status, name).toBe(200)
    }
    expect((await thumbnail(await attach('wide.png', wide))).statusCode).toBe(200)
    // A polyglot is an image to us, and its thumbnail holds the pixels alone.
    const both = Buffer.concat([photo, Buffer.from('<script>canary</script>')])
    const small = await thumbnail(await attach('both.jpg', both))
    expect(small.statusCode).toBe(200)
    expect(small.rawPayload.includes('canary')).toBe(false)
  })

  test('there is none of other files, of none, and of those that were deleted', async () => {
    const text = await attach('note.txt', Buffer.from('Hello'))
    expect((await thumbnail(text)).statusCode).toBe(404)
    const url = await attach('photo.png', await image(40, 40).png().toBuffer())
    expect((await thumbnail(url)).statusCode).toBe(200)
    expect((await thumbnail(url.replace(/[^/]+$/, 'none'))).statusCode).toBe(404)
    const other = `/issues/${(await openTestIssue(app())).number}/attachments/${url.split('/').at(-1)}`
    expect((await thumbnail(other)).statusCode).toBe(404)
    await expectCall(204, app(), 'DELETE', url)
    expect((await thumbnail(url)).statusCode).toBe(404)
  })

  test('many at once are made one after another, and each is the right one', async () => {
    const urls = await Promise.all(
      [10, 20, 30, 40].map(async (side) => attach(`${side}.png`, await image(side, side).png().toBuffer())),
    )
    const all = await Promise.all([...urls, ...urls].map(thumbnail))
    const widths = await Promise.all(all.map(async (one) => (await sharp(one.rawPayload).metadata()).width))
    expect(widths).toEqual([10, 20, 30, 40, 10, 20, 30, 40])
  })
})

/** A square image of black and white, whose pixels take a thousandth of what they become. */
function bomb(side: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const content = Buffer.concat([Buffer.from(kind), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(content))
    return Buffer.concat([length, content, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const pixels = deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 1 })
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
