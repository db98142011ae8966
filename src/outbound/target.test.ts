import { BlockList } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OutboundSettings, parseInternal } from './outbound-settings.ts'
import { isPublicAddress } from './public-address.ts'
import { mayCall, urlProblem } from './target.ts'

const PLAIN: OutboundSettings = {
  internal: { addresses: new BlockList(), names: new Set() },
  ports: new Set(),
  http: false,
}
const NOT_PUBLIC = 'it leads to an address that is not public'

describe('R53 an address that may be called', () => {
  test.each([
    'https://example.com',
    'https://example.com:443/hooks?a=1',
    'https://example.com:80/',
    'https://EXAMPLE.com./x',
    'https://přehled.example/hooks',
    'https://93.184.216.34/',
    'https://[2606:2800:220:1::1]/',
  ])('%s', (url) => {
    expect(urlProblem(url, PLAIN)).toBeNull()
  })

  test.each<[string, string]>([
    ['http://example.com/', 'https://'],
    ['ftp://example.com/', 'https://'],
    ['file:///etc/passwd', 'address like'],
    ['javascript:alert(1)', 'address like'],
    ['https:example.com', 'address like'],
    ['https:\\\\example.com', 'address like'],
    ['https:///example.com', 'address like'],
    ['//example.com', 'address like'],
    ['example.com', 'address like'],
    ['', 'address like'],
    [' https://example.com', 'address like'],
    ['https://exa\nmple.com', 'address like'],
    ['https://example.com\\@evil.example', 'address like'],
    ['https://me@example.com/', 'user name'],
    ['https://me:secret@example.com/', 'user name'],
    ['https://@example.com/', 'user name'],
    ['https://:@example.com/', 'user name'],
    ['https://example.com/#part', '#'],
    ['https://example.com#@evil.example/', '#'],
    ['https://example.com:8443/', 'ports 80, 443'],
    ['https://example.com:22/', 'ports 80, 443'],
    [`https://example.com/${'x'.repeat(2000)}`, '2000 characters'],
  ])('not %s', (url, reason) => {
    expect(urlProblem(url, PLAIN)).toContain(reason)
  })
})

test.each([
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '１２７.０.０.１',
  '%31%32%37.0.0.1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '167772161',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '100.64.0.1',
  '198.19.255.255',
  '255.255.255.255',
  '224.0.0.1',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001::1]',
  '[2001:db8::1]',
  '[2002:7f00:1::]',
  '[3fff::1]',
  '[5f00::1]',
  '[100::1]',
  'localhost',
  'LOCALHOST.',
  'claims.localhost',
])('R54 %s is not public, however it is written', (host) => {
  expect(urlProblem(`https://${host}/`, PLAIN)).toBe(NOT_PUBLIC)
})

test('what is no host at all is refused as well', () => {
  for (const host of ['256.0.0.1', '0x100000000', '1.2.3.4.5', '[::1%25lo]', '[::1%lo]', 'a b', '']) {
    expect(urlProblem(`https://${host}/`, PLAIN), host).not.toBeNull()
  }
})

const SPECIAL_IPV4: readonly [base: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const dotted = (value: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')

/** Any address of a special range, as a number. */
const special = fc
  .constantFrom(...SPECIAL_IPV4)
  .chain(([base, bits]) =>
    fc.integer({ min: 0, max: 2 ** (32 - bits) - 1 }).map((offset) => numberOf(base) + offset),
  )
const hexPairs = (value: number) =>
  `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`

test('R54 no address of a special range passes, in no notation', () => {
  fc.assert(
    fc.property(special, (value) => {
      const written = [
        dotted(value),
        String(value),
        `0x${value.toString(16)}`,
        `0${value.toString(8)}`,
        `[::ffff:${dotted(value)}]`,
        `[::ffff:${hexPairs(value)}]`,
        `[64:ff9b::${hexPairs(value)}]`,
        `[2002:${hexPairs(value)}::1]`,
      ]
      for (const host of written) expect(urlProblem(`https://${host}/`, PLAIN), host).toBe(NOT_PUBLIC)
      expect(mayCall('example.com', ['93.184.216.34', dotted(value)], PLAIN)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('R54 of IPv6 only what is handed out for the public net passes', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const first = Number.parseInt(groups[0] ?? '', 16)
      if (first < 0x2000 || first > 0x3fff) expect(isPublicAddress(groups.join(':'))).toBe(false)
    }),
  )
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 0, max: 0x1ff }),
      (rest, low) => {
        expect(isPublicAddress(`2001:${low.toString(16)}:${rest.join(':')}`)).toBe(false)
        expect(isPublicAddress(`2001:db8:${rest.join(':')}`)).toBe(false)
        expect(isPublicAddress(`2002:${low.toString(16)}:${rest.join(':')}`)).toBe(false)
      },
    ),
  )
  for (const address of ['2606:4700::1', '2a00:1450:4014::1', '2001:200::1', '2620:4f:8000::1']) {
    expect(isPublicAddress(address), address).toBe(true)
  }
  for (const address of ['', 'example.com', '127.0.0.1:80', 'fe80::1%lo', '2606:4700::1%eth0', '1.2.3'])
    expect(isPublicAddress(address), address).toBe(false)
})

describe('R54 what the operator names may be called', () => {
  const internal = parseInternal('10.0.0.0/8, crm.internal, localhost, fd00::7')
  const settings = { ...PLAIN, internal: internal ?? PLAIN.internal, ports: new Set([8443]), http: true }

  test.each<[string, boolean]>([
    ['https://10.1.2.3/', true],
    ['http://167772161:8443/', true],
    ['https://192.168.0.1/', false],
    ['https://[fd00::7]/', true],
    ['https://[fd00::8]/', false],
    ['http://localhost:8443/', true],
    ['http://crm.internal/', true],
    ['http://crm.internal:9/', false],
  ])('%s: %s', (url, isAllowed) => {
    expect(urlProblem(url, settings) === null).toBe(isAllowed)
  })

  test('a name with all that it leads to, an address for every name', () => {
    expect(mayCall('crm.internal', ['192.168.0.1', '::1'], settings)).toBe(true)
    expect(mayCall('any.example', ['10.0.0.1', '93.184.216.34'], settings)).toBe(true)
    expect(mayCall('any.example', ['10.0.0.1', '192.168.0.1'], settings)).toBe(false)
    expect(mayCall('sub.crm.internal', ['192.168.0.1'], settings)).toBe(false)
    expect(mayCall('any.example', ['nonsense'], settings)).toBe(false)
  })
})
