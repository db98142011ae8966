import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { beforeAll, describe, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { getPage, openTestIssue } from '../support/calls.ts'
import { ask, exchange, listen } from './sockets.ts'

const url = '/en/status/warranty'

onBothStores('over a real connection', (app) => {
  let port = 0
  beforeAll(async () => {
    port = await listen(app())
  })

  /** The server still serves, and nothing went wrong inside it. */
  const alive = async () => {
    const { status } = await ask(port, `GET ${url}`)
    expect([status, app().logged.filter(({ level }) => level === 'error')]).toEqual([200, []])
  }

  test.each([
    ['a query with NUL', `GET ${url}?issue=%00`, 400],
    ['a query that is no UTF-8', `GET ${url}?issue=%ff`, 400],
    ['a query with half an escape', `GET ${url}?%`, 400],
    ['a query for an address that is not there', 'GET /nope?%', 400],
    ['a path that is no UTF-8', 'GET /en/status/%ff', 400],
    ['a path with half an escape', 'GET /en/status/%', 400],
    ['a path with NUL', 'GET /en/status/%00', 400],
    ['a path with a line break', 'GET /en/status/a%0d%0ab', 404],
    ['a very long name', `GET /en/status/${'a'.repeat(3000)}`, 431],
    ['a long name', `GET /en/status/${'a'.repeat(400)}`, 404],
    ['dots', 'GET /../../etc/passwd', 404],
    ['dots, written otherwise', 'GET /assets/%2e%2e/%2e%2e/package.json', 404],
    ['two slashes', `GET /${url}`, 404],
    ['a backslash', 'GET /en\\status\\warranty', 404],
    ['a semicolon', `GET ${url};a=b`, 404],
    ['a slash more', `GET ${url}/`, 404],
    ['an asterisk', 'OPTIONS *', 404],
    ['TRACE', `TRACE ${url}`, 405],
    ['a method of other protocols', `PROPFIND ${url}`, 405],
    ['another', `SEARCH ${url}`, 405],
  ])('R35 %s', async (_name, line, status) => {
    const answer = await ask(port, line)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).not.toMatch(/fastify|node_modules|\.ts:/i)
    expect(answer.headers['allow']?.includes('GET')).toBe(status === 405 || undefined)
    expect(answer.body).not.toMatch(/TRACE|PROPFIND|SEARCH/)
    await alive()
  })

  test.each<[string, string | Buffer, number]>([
    ['garbage', 'garbage\r\n\r\n', 400],
    ['bytes', Buffer.from([0, 1, 2, 255, 254, 13, 10, 13, 10]), 400],
    ['a TLS greeting', Buffer.from('160301020001000001fc0303', 'hex'), 400],
    ['an unknown method', `FOO ${url} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 400],
    ['an unknown version', `GET ${url} HTTP/9.9\r\nHost: localhost\r\n\r\n`, 400],
    ['a space in the target', 'GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    [
      'headers past 16 KiB',
      `GET ${url} HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`,
      431,
    ],
    ['a target past 16 KiB', `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    [
      'a length that is no number',
      `POST ${url} HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n`,
      400,
    ],
    [
      'two lengths',
      `POST ${url} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      400,
    ],
    [
      'a length and chunks',
      `POST ${url} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a header over two lines', `GET ${url} HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n`, 400],
    ['a header name with a space', `GET ${url} HTTP/1.1\r\nHost : localhost\r\n\r\n`, 400],
    ['a header with NUL', `GET ${url} HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n`, 400],
  ])('R34 R35 %s is refused in an answer with the usual headers', async (_name, bytes, status) => {
    const answer = await exchange(port, bytes)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      connection: 'close',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(answer.body).toBe('')
    await alive()
  })

  test.each([
    ['no Host', `GET ${url} HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['no Host in HTTP/1.0', `GET ${url} HTTP/1.0\r\n\r\n`],
    ['another Host', `GET ${url} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`],
    ['an empty Host', `GET ${url} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n`],
    ['a Host with a path', `GET ${url} HTTP/1.1\r\nHost: localhost/evil\r\nConnection: close\r\n\r\n`],
    ['a Host with credentials', `GET ${url} HTTP/1.1\r\nHost: a@localhost\r\nConnection: close\r\n\r\n`],
    [
      'another Host for a broken address',
      `GET ${url}?%ff HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ],
  ])('R30 %s is not served', async (_name, bytes) => {
    const answer = await exchange(port, bytes)
    expect(answer.status).toBe(421)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(answer.text).not.toContain('evil')
  })

  test('R30 any name of the loopback with any port is ours while BASE_URL is on it, and health has no Host', async () => {
    for (const host of ['localhost', 'localhost:9999', '127.0.0.1:3000', '127.0.0.9', '[::1]:8080'])
      expect(
        (await exchange(port, `GET ${url} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).status,
        host,
      ).toBe(200)
    expect((await exchange(port, 'GET /healthz HTTP/1.0\r\n\r\n')).status).toBe(200)
  })

  test('R31 CONNECT and an upgrade open nothing', async () => {
    const connected = await exchange(port, 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(connected.text).not.toContain('200')
    const upgraded = await ask(port, `GET ${url}`, ['Upgrade: websocket', 'Sec-WebSocket-Version: 13'])
    expect(upgraded.status).not.toBe(101)
    await alive()
  })

  test('R33 pipelined requests are answered in order, each for itself', async () => {
    const { number, email } = await openTestIssue(app())
    const body = new URLSearchParams({ issue: number, contact: email }).toString()
    const head = 'Host: localhost:3000\r\n'
    const text = [
      `POST ${url} HTTP/1.1\r\n${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      `GET ${url}?issue=${number} HTTP/1.1\r\n${head}\r\n`,
      `GET /en/status/nope HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
    ].join('')
    const answer = await exchange(port, text)
    expect([...answer.text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status))).toEqual([
      303, 200, 404,
    ])
    expect(answer.text.split('rk_claim=')).toHaveLength(2)
    expect(answer.text).not.toContain('Kettle')
  })

  test('R34 a form in chunks is held to the same limit', async () => {
    const chunk = `1000\r\n${'a'.repeat(0x1000)}\r\n`
    const answer = await exchange(
      port,
      `POST ${url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}0\r\n\r\n`,
    )
    expect(answer.status).toBe(413)
    await alive()
  })

  test('a visitor who goes away in the middle of a look-up leaves no trace of trouble', async () => {
    const sockets: Socket[] = []
    for (let visitors = 0; visitors < 20; visitors++) {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      await once(socket, 'connect')
      socket.write(
        `POST ${url} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
          'Content-Length: 21\r\n\r\nissue=A&contact=b%40c',
      )
    }
    for (const socket of sockets) socket.resetAndDestroy()
    await alive()
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true)
  })

  describe('R36 limits', () => {
    test('headers and silence have their time', () => {
      const { server } = app().app
      expect(server.headersTimeout).toBe(10_000)
      expect(server.keepAliveTimeout).toBe(5000)
      expect(server.maxRequestsPerSocket).toBe(1000)
      expect(server.maxConnections).toBe(10_000)
    })

    test('one address has at most 50 connections, and those that end make room', async () => {
      const sockets = Array.from({ length: 50 }, () => connect(port, '127.0.0.1'))
      await Promise.all(sockets.map((socket) => once(socket, 'connect')))
      const surplus = connect(port, '127.0.0.1')
      surplus.on('error', () => {})
      await once(surplus, 'close')
      const [first] = sockets
      if (!first) throw new Error('no socket')
      const ended = once(first, 'close')
      first.end()
      await ended
      // The server learns of it a moment later.
      let status = 0
      while (status !== 200) ({ status } = await ask(port, `GET ${url}`))
      for (const socket of sockets) socket.destroy()
      expect((await getPage(app(), url)).statusCode).toBe(200)
    })
  })
})
