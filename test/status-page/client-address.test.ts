import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { lookUp } from '../support/calls.ts'
import { forgetAttempts, rowsOf, unknownNumber } from './support.ts'

/** Without the page's, and for each attempt the two of its number and that of its contact. */
async function countersAfter(app: Parameters<typeof lookUp>[0], attempts: [string, string | null][]) {
  await forgetAttempts(app)
  for (const [index, [address, forwarded]] of attempts.entries()) {
    const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
    const fields = { issue: unknownNumber(), contact: `x${index}@example.org` }
    expect((await lookUp(app, fields, { address, headers })).statusCode).toBe(422)
  }
  return (await rowsOf(app, 'throttle')).length - 1 - 3 * attempts.length
}

onBothStores('a visitor behind nothing', (app) => {
  beforeEach(() => forgetAttempts(app()))

  test('R10 is who the socket says, whatever the headers claim', async () => {
    const claims = [
      '198.51.100.1',
      '198.51.100.2',
      '2001:db8::1',
      'garbage',
      '',
      '198.51.100.1, 198.51.100.2',
    ]
    expect(
      await countersAfter(
        app(),
        claims.map((claim) => ['203.0.113.1', claim]),
      ),
    ).toBe(1)
    for (const name of ['forwarded', 'x-real-ip', 'true-client-ip', 'cf-connecting-ip', 'x-client-ip']) {
      const headers = { [name]: 'for=198.51.100.77' }
      await lookUp(
        app(),
        { issue: unknownNumber(), contact: 'a@example.org' },
        { address: '203.0.113.1', headers },
      )
    }
    expect((await rowsOf(app(), 'throttle')).filter((row) => row.failures === 11)).toHaveLength(2)
  })

  test('R10 is one and the same as IPv4 and as IPv4 in IPv6', async () => {
    const attempts: [string, null][] = [
      ['203.0.113.9', null],
      ['::ffff:203.0.113.9', null],
      ['::FFFF:203.0.113.9', null],
    ]
    expect(await countersAfter(app(), attempts)).toBe(1)
  })

  test('R10 has one /64 and one /48 with all ways to write an IPv6 address', async () => {
    const attempts: [string, null][] = [
      ['2001:db8:0:0:0:0:0:1', null],
      ['2001:0DB8::2', null],
      ['2001:db8::', null],
      ['2001:db8:0:0:ffff:ffff:ffff:ffff', null],
      ['2001:db8::1:0:0:0', null],
      ['fe80::1%eth0', null],
      ['fe80::2%eth1', null],
    ]
    expect(await countersAfter(app(), attempts)).toBe(2 + 2)
    expect(
      await countersAfter(app(), [
        ['2001:db8:0:1::1', null],
        ['2001:db8::1', null],
      ]),
    ).toBe(2 + 1)
  })
})

onBothStores(
  'a visitor behind trusted proxies',
  (app) => {
    test.each<[string, [string, string | null][], number]>([
      [
        'is the rightmost address that is no proxy of ours',
        [
          ['10.0.0.1', '198.51.100.1'],
          ['10.0.0.1', '203.0.113.250, 198.51.100.1'],
          ['10.0.0.1', '198.51.100.1, 10.0.0.2'],
          ['10.0.0.2', '1.1.1.1,198.51.100.1 , 10.0.0.2, 10.0.0.1'],
          ['10.0.0.1', '198.51.100.1:49152'],
          ['10.0.0.1', '::ffff:198.51.100.1'],
          ['::ffff:10.0.0.1', '198.51.100.1'],
        ],
        1,
      ],
      [
        'is apart from others behind the same proxy',
        [
          ['10.0.0.1', '198.51.100.1'],
          ['10.0.0.1', '198.51.100.2'],
        ],
        2,
      ],
      [
        'may have an IPv6 address, in brackets with a port too',
        [
          ['10.0.0.1', '2001:db8::1'],
          ['10.0.0.1', '[2001:db8::2]:443'],
        ],
        2,
      ],
      [
        'is the proxy where the header says nothing that can be read',
        [
          ['10.0.0.1', null],
          ['10.0.0.1', ''],
          ['10.0.0.1', 'unknown'],
          ['10.0.0.1', '198.51.100.9, unknown'],
          ['10.0.0.1', '10.0.0.1'],
        ],
        1,
      ],
      [
        'cannot invent one from outside',
        [
          ['203.0.113.1', '198.51.100.1'],
          ['203.0.113.1', '10.0.0.1'],
        ],
        1,
      ],
    ])('R10 %s', async (_name, attempts, expected) => {
      expect(await countersAfter(app(), attempts)).toBe(expected)
    })
  },
  { trustedProxies: ['10.0.0.1', '10.0.0.2'] },
)
