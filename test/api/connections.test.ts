import { connect, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'

describe('real connections', () => {
  let app: TestApp
  let port = 0
  beforeAll(async () => {
    app = await startTestApp('sqlite')
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    port = (app.app.server.address() as AddressInfo).port
  })
  afterAll(() => app.stop())

  /** What the server answers to bytes, until it closes the connection. */
  const send = (bytes: string | Buffer) =>
    new Promise<string>((resolve) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
      socket.setEncoding('latin1').on('data', (text: string) => void (answer += text))
      socket.on('error', () => {})
      socket.on('close', () => resolve(answer))
    })
  const request = (line: string, ...headers: string[]) =>
    send(`${[line, 'Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`)

  test.each([
    ['no HTTP', 'nonsense\r\n\r\n', '400'],
    ['a strange method', 'NO /api/v1/issues HTTP/1.1\r\nHost: localhost\r\n\r\n', '400'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n', '400'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      '400',
    ],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['no host', 'GET /api/v1/issues HTTP/1.1\r\nConnection: close\r\n\r\n', '421'],
    [
      'two hosts',
      'GET /api/v1/issues HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\nConnection: close\r\n\r\n',
      '4',
    ],
  ])('R35 %s is refused', async (_what, bytes, status) => {
    const answer = await send(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`))
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
  })

  test.each([
    ['/api/v1/issues?q=%ff', '400'],
    ['/api/v1/issues?%', '400'],
    ['/en/status/warranty?issue=%00', '400'],
    ['/api/v1/issues/%E0%A4%A', '400'],
    ['//', '404'],
    ['/api/v1/../../etc/passwd', '404'],
    ['/healthz?x=%ff', '400'],
    ['*', '4'],
    ['http://evil.example.com/api/v1/issues', '4'],
  ])('R35 the address %s ends nothing', async (url, status) => {
    expect(await request(`GET ${url} HTTP/1.1`)).toMatch(new RegExp(`^HTTP/1.1 ${status}`))
    expect(await request('GET /healthz HTTP/1.1')).toMatch(/^HTTP\/1.1 200/)
  })

  test('R34 headers of more than 16 KiB are refused', async () => {
    expect(await request('GET /healthz HTTP/1.1', `X-Long: ${'x'.repeat(17 * 1024)}`)).toMatch(
      /^HTTP\/1.1 431/,
    )
    expect(await request('GET /healthz HTTP/1.1', `X-Long: ${'x'.repeat(10 * 1024)}`)).toMatch(
      /^HTTP\/1.1 200/,
    )
  })

  test('R36 one address has fifty connections, and a new one when an old one goes', async () => {
    const open = () =>
      new Promise<Socket>((resolve) => {
        const socket = connect(port, '127.0.0.1')
        socket.on('error', () => {})
        socket.once('connect', () => resolve(socket))
      })
    const answers = (socket: Socket) =>
      new Promise<boolean>((resolve) => {
        socket.once('data', () => resolve(true))
        socket.once('close', () => resolve(false))
        socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
      })
    const sockets: Socket[] = []
    for (let index = 0; index < 50; index++) sockets.push(await open())
    expect(await Promise.all(sockets.map(answers))).toEqual(Array(50).fill(true))
    expect(await answers(await open())).toBe(false)
    const [first] = sockets
    await new Promise((resolve) => first?.destroy().once('close', resolve))
    const seen = await new Promise<boolean>((resolve) => {
      const again = async () =>
        (await answers(await open())) ? resolve(true) : setImmediate(() => void again())
      void again()
    })
    expect(seen).toBe(true)
    for (const socket of sockets) socket.destroy()
  })

  test('nothing of this was our fault', () => {
    // Wrong hosts are told of once, however many there were.
    expect(app.logged).toEqual([{ level: 'warn', message: expect.stringContaining('BASE_URL') }])
  })
})
