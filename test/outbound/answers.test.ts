import { BlockList } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { openOutbound } from '../../src/outbound/index.ts'
import { startEndpoint, withStatus } from '../support/endpoint.ts'
import { endpoint, ends, failureOf, NO_ANSWER, open, outbound, post, startRaw } from './support.ts'

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
