import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Endpoint, startEndpoint } from '../support/endpoint.ts'
import { LOCALHOST } from '../support/localhost-certificate.ts'
import { failureOf, names, NO_ANSWER, open, post } from './support.ts'

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
