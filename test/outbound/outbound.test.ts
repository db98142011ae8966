import { BlockList } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { openOutbound } from '../../src/outbound/index.ts'
import { startEndpoint, withStatus } from '../support/endpoint.ts'
import { endpoint, ends, failureOf, names, open, outbound, post, startRaw } from './support.ts'

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
