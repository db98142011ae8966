import { BlockList, createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  openOutbound,
  type Outbound,
  OutboundFailure,
  type OutboundLimits,
  type OutboundSettings,
} from '../../src/outbound/index.ts'
import { type Endpoint, startEndpoint, withStatus } from '../support/endpoint.ts'
import { LOCALHOST } from '../support/localhost-certificate.ts'
import { type NameServer, startNameServer } from '../support/name-server.ts'

const NO_ANSWER = 'no answer came'
let names: NameServer
let endpoint: Endpoint
let outbound: Outbound
const ends: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  names = await startNameServer()
  endpoint = await startEndpoint()
  outbound = open({ allowed: ['127.0.0.1'] })
  names.say('shop.example', ['127.0.0.1'])
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await Promise.all([outbound.close(), endpoint.stop(), names.stop()])
})

/** A client that may call addresses of the loopback, where the endpoints of tests lie. */
function open(
  more: { allowed?: string[]; limits?: Partial<OutboundLimits>; ports?: number[] } = {},
): Outbound {
  const addresses = new BlockList()
  for (const address of more.allowed ?? []) addresses.addAddress(address)
  const settings: OutboundSettings = {
    internal: { addresses, names: new Set() },
    ports: new Set([endpoint.port, ...(more.ports ?? [])]),
    http: true,
  }
  const opened = openOutbound({
    settings,
    resolve: names.resolve,
    ...(more.limits ? { limits: more.limits } : {}),
  })
  ends.push(opened.close)
  return opened
}

function post(to = `http://shop.example:${endpoint.port}/hooks?a=1`, client = outbound) {
  return client.post({ url: to, headers: { 'content-type': 'application/json' }, body: '{"a":"ž"}' })
}

async function failureOf(call: Promise<unknown>): Promise<OutboundFailure> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof OutboundFailure)) throw new Error(`no failure of a call: ${String(error)}`)
  return error
}

/** A far end that speaks as a test says, byte by byte. */
async function startRaw(speak: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    ends.push(async () => socket.destroy())
    speak?.(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(async () => server.close())
  return (server.address() as AddressInfo).port
}

describe('a call', () => {
  test('arrives once, whole, and its status comes back', async () => {
    expect(await post()).toEqual({ status: 204 })
    expect(endpoint.received).toMatchObject([
      {
        method: 'POST',
        url: '/hooks?a=1',
        body: '{"a":"ž"}',
        headers: {
          host: `shop.example:${endpoint.port}`,
          'content-length': '10',
          connection: 'close',
        },
      },
    ])
  })

  test.each([200, 202, 299, 400, 404, 410, 429, 500, 503, 599])('is answered with %i', async (status) => {
    endpoint.answer(withStatus(status))
    expect(await post()).toEqual({ status })
  })

  test('has a connection of its own each time', async () => {
    await post()
    await post()
    expect(endpoint.connected()).toBe(2)
    expect(names.asked).toEqual(['shop.example', 'shop.example'])
  })

  test('nothing has left before the last step, and nothing leaves where that throws', async () => {
    const order: string[] = []
    endpoint.answer((response) => {
      order.push('taken')
      response.end()
    })
    const request = { url: `http://shop.example:${endpoint.port}/`, headers: {}, body: 'x' }
    let go = () => {}
    const call = outbound.post({
      ...request,
      lastStep: async () => {
        order.push('last step')
        await new Promise<void>((resolve) => {
          go = resolve
        })
        order.push('goes on')
      },
    })
    await vi.waitUntil(() => order.length === 1)
    expect(endpoint.connected()).toBe(1)
    expect(endpoint.received).toEqual([])
    go()
    expect(await call).toEqual({ status: 200 })
    expect(order).toEqual(['last step', 'goes on', 'taken'])

    const stopped = new Error('somebody else has it')
    await expect(outbound.post({ ...request, lastStep: () => Promise.reject(stopped) })).rejects.toBe(stopped)
    expect(endpoint.received).toHaveLength(1)
  })

  test('the time stands still while the last step is waited for', async () => {
    const client = open({ allowed: ['127.0.0.1'], limits: { total: 1000 } })
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1200))
    const url = `http://shop.example:${endpoint.port}/`
    expect(await client.post({ url, headers: {}, body: 'x', lastStep: wait })).toEqual({ status: 204 })
  })

  test('a far end that hangs up during the last step fails it, once the turn has come', async () => {
    const port = await startRaw((socket) => setImmediate(() => socket.destroy()))
    let go = () => {}
    let isOver = false
    const call = open({ allowed: ['127.0.0.1'], ports: [port] }).post({
      url: `http://shop.example:${port}/`,
      headers: {},
      body: 'x',
      lastStep: () =>
        new Promise<void>((resolve) => {
          go = resolve
        }),
    })
    const failure = failureOf(call).finally(() => {
      isOver = true
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isOver).toBe(false)
    go()
    expect(await failure).toMatchObject({ code: 'unreachable' })
  })
})

describe('R54 where a call goes', () => {
  test('a name whose answer changes after the check is connected where it was checked', async () => {
    const trap = await startEndpoint({ address: '127.0.0.2', port: endpoint.port })
    ends.push(trap.stop)
    names.say('shop.example', ['127.0.0.1'], ['127.0.0.2'])
    expect(await post()).toEqual({ status: 204 })
    expect(names.asked).toEqual(['shop.example'])
    expect(endpoint.received).toHaveLength(1)
    // The next call asks again, and is refused for what it is told now.
    expect(await failureOf(post())).toMatchObject({
      code: 'refused',
      message: 'it leads to an address that is not public',
    })
    expect(trap.connected()).toBe(0)
  })

  test('one address of several that is not public refuses the call', async () => {
    for (const answer of [
      ['127.0.0.1', '10.0.0.1'],
      ['93.184.216.34', '169.254.169.254'],
      ['192.168.0.1', '127.0.0.1'],
    ]) {
      names.say('shop.example', answer)
      expect(await failureOf(post())).toMatchObject({ code: 'refused' })
    }
    expect(endpoint.connected()).toBe(0)
  })

  test('an address in the place of a name is checked, too, and no name server is asked', async () => {
    expect(await post(`http://2130706433:${endpoint.port}/`)).toEqual({ status: 204 })
    for (const host of ['127.0.0.2', '0x7f000002', '[::1]', '[::ffff:127.0.0.2]']) {
      expect(await failureOf(post(`http://${host}:${endpoint.port}/`)), host).toMatchObject({
        code: 'refused',
      })
    }
    expect(names.asked).toEqual([])
  })

  test('without the settings nothing of this machine can be called', async () => {
    expect(await failureOf(post(undefined, open()))).toMatchObject({ code: 'refused' })
    expect(endpoint.connected()).toBe(0)
  })

  test('an address that the settings name is called on any port, and still by the rules of a call', async () => {
    const client = openOutbound({
      settings: { internal: { addresses: new BlockList(), names: new Set() }, ports: new Set(), http: false },
      resolve: names.resolve,
      limits: { total: 5000 },
    })
    ends.push(client.close)
    const named = (url: string) => client.post({ url, headers: {}, body: 'x', isNamedBySettings: true })
    expect(await named(`http://shop.example:${endpoint.port}/`)).toEqual({ status: 204 })
    expect(await named(`http://127.0.0.1:${endpoint.port}/`)).toEqual({ status: 204 })
    endpoint.answer(withStatus(307, { location: `http://127.0.0.1:${endpoint.port}/other` }))
    expect(await named(`http://shop.example:${endpoint.port}/`)).toEqual({ status: 307 })
    expect(endpoint.received).toHaveLength(3)
    expect(await failureOf(named(`http://me:word@127.0.0.1:${endpoint.port}/`))).toMatchObject({
      code: 'refused',
    })
    expect(await failureOf(named('ftp://127.0.0.1/'))).toMatchObject({ code: 'refused' })
  })
})

describe('R55 what comes back', () => {
  test.each([301, 302, 303, 307, 308])(
    'a redirect with %i is an answer, and nobody follows it',
    async (status) => {
      const trap = await startEndpoint({ address: '127.0.0.2', port: endpoint.port })
      ends.push(trap.stop)
      endpoint.answer(withStatus(status, { location: `http://127.0.0.2:${endpoint.port}/secret` }))
      expect(await post()).toEqual({ status })
      expect([endpoint.connected(), trap.connected()]).toEqual([1, 0])
    },
  )

  test('of a body without an end only so much is read that its size can be told', async () => {
    let written = 0
    let isCut = false
    endpoint.answer((response, _call, socket) => {
      response.writeHead(200)
      socket.on('close', () => {
        isCut = true
      })
      const pour = () => {
        if (isCut) return
        written += 16_384
        response.write(Buffer.alloc(16_384, 'x'), pour)
      }
      pour()
    })
    expect(await post()).toEqual({ status: 200 })
    await vi.waitUntil(() => isCut)
    // What the sockets of both sides hold comes on top of what is read.
    expect(written).toBeLessThan(16 * 1024 * 1024)
  })

  test('a status whose body stalls, breaks off or is garbage counts', async () => {
    const client = open({ allowed: ['127.0.0.1'], limits: { body: 50 } })
    endpoint.answer((response) => void response.writeHead(202).write('a'))
    expect(await post(undefined, client)).toEqual({ status: 202 })
    endpoint.answer((response, _call, socket) => {
      response.writeHead(202, { 'content-length': '100' }).write('a', () => socket.destroy())
    })
    expect(await post()).toEqual({ status: 202 })
    const port = await startRaw((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n'),
      ),
    )
    const garbled = open({ allowed: ['127.0.0.1'], ports: [port] })
    expect(await post(`http://shop.example:${port}/`, garbled)).toEqual({ status: 202 })
  })

  test.each<[string, string]>([
    ['a flood of headers', `HTTP/1.1 200 OK\r\n${'x-flood: 1\r\n'.repeat(20_000)}\r\n`],
    ['a header without an end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.7\r\n'],
    ['answers before the answer without an end', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)],
    ['an impossible status', 'HTTP/1.1 999999 What\r\n\r\n'],
  ])('%s is no answer', async (_name, text) => {
    const port = await startRaw((socket) => socket.once('data', () => socket.write(text)))
    const client = open({ allowed: ['127.0.0.1'], ports: [port] })
    expect(await failureOf(post(`http://shop.example:${port}/`, client))).toMatchObject({
      code: 'malformed',
      message: NO_ANSWER,
    })
  })

  test('an answer to what was not sent yet is none', async () => {
    const port = await startRaw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))
    const call = open({ allowed: ['127.0.0.1'], ports: [port] }).post({
      url: `http://shop.example:${port}/`,
      headers: {},
      body: 'x',
      lastStep: () => new Promise((resolve) => setTimeout(resolve, 100)),
    })
    expect(await failureOf(call)).toMatchObject({ message: NO_ANSWER })
  })

  test('whoever says nothing, or a byte at a time, is waited for so long and no longer', async () => {
    const client = open({ allowed: ['127.0.0.1'], limits: { total: 300 } })
    endpoint.answer(() => {})
    expect(await failureOf(post(undefined, client))).toMatchObject({ code: 'too-long', message: NO_ANSWER })
    const port = await startRaw((socket) => {
      const text = `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(10_000)}`
      let at = 0
      const drip = setInterval(() => socket.write(text[at++] ?? ''), 10)
      socket.on('close', () => clearInterval(drip))
    })
    const patient = open({ allowed: ['127.0.0.1'], ports: [port], limits: { total: 300 } })
    expect(await failureOf(post(`http://shop.example:${port}/`, patient))).toMatchObject({ code: 'too-long' })
  })

  test('a look-up that takes too long ends with the call', async () => {
    const client = openOutbound({
      settings: { internal: { addresses: new BlockList(), names: new Set() }, ports: new Set(), http: false },
      resolve: () => new Promise(() => {}),
      limits: { total: 100 },
    })
    expect(await failureOf(post('https://shop.example/', client))).toMatchObject({ code: 'too-long' })
  })

  test('closed, silent, dropped and unknown are told alike', async () => {
    const closed = await startEndpoint()
    await closed.stop()
    const client = open({ allowed: ['127.0.0.1'], ports: [closed.port], limits: { total: 300 } })
    endpoint.answer((_response, _call, socket) => socket.destroy())
    const texts = [
      (await failureOf(post(`http://shop.example:${closed.port}/`, client))).message,
      (await failureOf(post(undefined, client))).message,
      (await failureOf(post(`http://nobody.example:${endpoint.port}/`, client))).message,
    ]
    endpoint.answer(() => {})
    texts.push((await failureOf(post(undefined, client))).message)
    expect(new Set(texts)).toEqual(new Set([NO_ANSWER]))
  })

  test('closing ends what is under way, and begins nothing more', async () => {
    endpoint.answer(() => {})
    const call = failureOf(post())
    await endpoint.untilReceived(1)
    await outbound.close()
    expect(await call).toMatchObject({ code: 'unreachable' })
    expect(await failureOf(post())).toMatchObject({ code: 'unreachable' })
  })
})

describe('R54 TLS', () => {
  let secure: Endpoint
  const before = getCACertificates('default')
  beforeEach(async () => {
    secure = await startEndpoint({ tls: LOCALHOST })
    setDefaultCACertificates([...before, LOCALHOST.cert])
  })
  afterEach(async () => {
    setDefaultCACertificates(before)
    await secure.stop()
  })
  const open443 = () => open({ allowed: ['127.0.0.1'], ports: [secure.port] })

  test('the name of the address is asked for and has to be in the certificate', async () => {
    names.say('localhost', ['127.0.0.1'])
    expect(await post(`https://localhost:${secure.port}/`, open443())).toEqual({ status: 204 })
    expect(secure.received[0]).toMatchObject({
      servername: 'localhost',
      headers: { host: `localhost:${secure.port}` },
    })
    expect(await post(`https://127.0.0.1:${secure.port}/`, open443())).toEqual({ status: 204 })
    expect(secure.received[1]?.servername).toBe(false)
  })

  test('a certificate for another name gets nothing', async () => {
    let steps = 0
    const call = open443().post({
      url: `https://shop.example:${secure.port}/`,
      headers: {},
      body: 'x',
      lastStep: async () => void steps++,
    })
    expect(await failureOf(call)).toMatchObject({ code: 'unreachable', message: NO_ANSWER })
    expect([steps, secure.received.length]).toEqual([0, 0])
  })

  test('a certificate that nobody vouches for gets nothing', async () => {
    setDefaultCACertificates(before)
    names.say('localhost', ['127.0.0.1'])
    expect(await failureOf(post(`https://localhost:${secure.port}/`, open443()))).toMatchObject({
      code: 'unreachable',
    })
    expect(secure.received).toEqual([])
  })
})
