import { BlockList } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientAddress, ownAddress } from './guards.ts'

function addressOf(socket: string, forwarded: string | string[] | undefined, trusted: string[]): string {
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits = ''] = entry.split('/')
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  const request = { socket: { remoteAddress: socket }, headers: { 'x-forwarded-for': forwarded } }
  return clientAddress(request as never, list)
}

describe("R10 the visitor's address", () => {
  const proxies = ['10.0.0.0/8', 'fd00::/8']
  test.each([
    ['nobody is trusted by default', '198.51.100.7', '203.0.113.9', [], '198.51.100.7'],
    ['a visitor cannot claim another address', '198.51.100.7', '203.0.113.9', proxies, '198.51.100.7'],
    ['a proxy says who asked', '10.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
    [
      'the rightmost that is no proxy counts',
      '10.0.0.1',
      '1.2.3.4, 203.0.113.9, 10.0.0.2',
      proxies,
      '203.0.113.9',
    ],
    ['also over several headers', '10.0.0.1', ['1.2.3.4', '203.0.113.9'], proxies, '203.0.113.9'],
    ['without a header it is the proxy', '10.0.0.1', undefined, proxies, '10.0.0.1'],
    ['nonsense is not believed', '10.0.0.1', 'unknown', proxies, '10.0.0.1'],
    [
      'nonsense on the way ends the chain',
      '10.0.0.1',
      '203.0.113.9, nonsense, 10.0.0.2',
      proxies,
      '10.0.0.2',
    ],
    ['proxies only', '10.0.0.1', '10.0.0.3, 10.0.0.2', proxies, '10.0.0.3'],
    ['an IPv4 address in IPv6 is one of IPv4', '::ffff:10.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
    ['IPv6 proxies', 'fd00::1', '2001:db8::7', proxies, '2001:db8::7'],
    ['a port is no part of it', '10.0.0.1', '203.0.113.9:4711', proxies, '203.0.113.9'],
    ['nor are brackets', '10.0.0.1', '[2001:db8::7]:4711', proxies, '2001:db8::7'],
    ['nor is a zone', 'fe80::1%eth0', undefined, [], 'fe80::1'],
  ])('%s', (_what, socket, forwarded, trusted, expected) => {
    expect(addressOf(socket, forwarded, trusted)).toBe(expected)
  })
})

describe('R30 R33 our own address', () => {
  test.each([
    ['https://claims.example.com', 'claims.example.com', true],
    ['https://claims.example.com', 'CLAIMS.example.com', true],
    ['https://claims.example.com', 'claims.example.com:443', true],
    ['https://claims.example.com', 'claims.example.com:8443', false],
    ['https://claims.example.com', 'evil.example.com', false],
    ['https://claims.example.com', 'claims.example.com.evil.com', false],
    ['https://claims.example.com', 'claims.example.com/../x', false],
    ['https://claims.example.com', 'user@claims.example.com', false],
    ['https://claims.example.com', '', false],
    ['https://claims.example.com', undefined, false],
    ['https://claims.example.com', 'localhost', false],
    ['http://localhost:3000', 'localhost:3000', true],
    ['http://localhost:3000', '127.0.0.1:3000', true],
    ['http://localhost:3000', '[::1]:3000', true],
    ['http://localhost:3000', 'evil.example.com:3000', false],
    ['http://localhost:3000', '127.evil.example.com:3000', false],
  ])('%s is asked as %j: %j', (baseUrl, host, expected) => {
    expect(ownAddress(baseUrl).isHost(host)).toBe(expected)
  })

  test.each([
    ['https://claims.example.com', 'https://claims.example.com', true],
    ['https://claims.example.com', 'http://claims.example.com', false],
    ['https://claims.example.com', 'https://claims.example.com:8443', false],
    ['https://claims.example.com', 'null', false],
    ['http://localhost:3000', 'http://127.0.0.1:3000', true],
    ['http://localhost:3000', 'http://localhost:4000', false],
    ['http://localhost:3000', 'http://127.evil.example.com:3000', false],
  ])('%s takes what comes from %s: %j', (baseUrl, origin, expected) => {
    expect(ownAddress(baseUrl).isOrigin(origin)).toBe(expected)
  })
})
