import { describe, expect, test } from 'vitest'
import { parseConfig, WrongSetting } from '../src/config.ts'

describe('settings', () => {
  test('have documented defaults', () => {
    expect(parseConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      dataDir: expect.stringMatching(/\/data$/),
      databaseUrl: null,
      smtp: null,
      mailFrom: null,
      smsGateway: null,
      sms: { countries: ['CZ'], dailyBudget: 500 },
      secret: null,
      defaultLocale: 'en',
      defaultCountry: 'CZ',
      timeZone: 'Europe/Prague',
      logLevel: 'info',
    })
  })

  test.each<[string, string, string, unknown]>([
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['HOST', '::', 'host', '::'],
    ['HOST', 'claims.internal', 'host', 'claims.internal'],
    ['PORT', '0', 'port', 0],
    ['PORT', ' 8080 ', 'port', 8080],
    ['PORT', '65535', 'port', 65_535],
    ['PORT', '', 'port', 3000],
    ['PORT', '8080', 'baseUrl', 'http://localhost:8080'],
    ['BASE_URL', 'https://Claims.Example.com/', 'baseUrl', 'https://claims.example.com'],
    ['BASE_URL', 'https://claims.example.com:443', 'baseUrl', 'https://claims.example.com'],
    ['BASE_URL', 'http://localhost:8080', 'baseUrl', 'http://localhost:8080'],
    ['DATA_DIR', '/var/lib/reklamator', 'dataDir', '/var/lib/reklamator'],
    [
      'DATABASE_URL',
      'postgres://me:secret@db:5432/claims',
      'databaseUrl',
      'postgres://me:secret@db:5432/claims',
    ],
    ['DATABASE_URL', 'postgresql://db/claims', 'databaseUrl', 'postgresql://db/claims'],
    [
      'SMTP_URL',
      'smtp://desk%40shop:p%3Aw%2Fd@mail.example.com',
      'smtp',
      {
        host: 'mail.example.com',
        port: 587,
        tls: 'starttls',
        login: { user: 'desk@shop', password: 'p:w/d' },
      },
    ],
    [
      'SMTP_URL',
      'smtps://me:secret@mail.example.com/',
      'smtp',
      { host: 'mail.example.com', port: 465, tls: 'implicit', login: { user: 'me', password: 'secret' } },
    ],
    [
      'SMTP_URL',
      'smtp://mail.internal:25?tls=off',
      'smtp',
      { host: 'mail.internal', port: 25, tls: 'off', login: null },
    ],
    ['SMTP_URL', 'smtp://127.0.0.1:1025', 'smtp', { host: '127.0.0.1', port: 1025, tls: 'off', login: null }],
    ['SMTP_URL', 'smtp://[::1]:25', 'smtp', { host: '::1', port: 25, tls: 'off', login: null }],
    [
      'SMTP_URL',
      'smtp://[2001:db8::1]',
      'smtp',
      { host: '2001:db8::1', port: 587, tls: 'starttls', login: null },
    ],
    ['MAIL_FROM', 'claims@Example.com', 'mailFrom', { name: '', address: 'claims@example.com' }],
    [
      'MAIL_FROM',
      'Example Shop <claims@example.com>',
      'mailFrom',
      { name: 'Example Shop', address: 'claims@example.com' },
    ],
    ['SECRET', 'x'.repeat(32), 'secret', 'x'.repeat(32)],
    ['DEFAULT_LOCALE', 'cs', 'defaultLocale', 'cs'],
    ['DEFAULT_COUNTRY', 'SK', 'defaultCountry', 'SK'],
    ['DEFAULT_COUNTRY', 'SK', 'sms', { countries: ['SK'], dailyBudget: 500 }],
    ['SMS_COUNTRIES', 'CZ, SK,CZ', 'sms', { countries: ['CZ', 'SK'], dailyBudget: 500 }],
    ['SMS_DAILY_BUDGET', '2000', 'sms', { countries: ['CZ'], dailyBudget: 2000 }],
    ['TIME_ZONE', 'America/New_York', 'timeZone', 'America/New_York'],
    ['TIME_ZONE', 'UTC', 'timeZone', 'UTC'],
    ['LOG_LEVEL', 'debug', 'logLevel', 'debug'],
  ])('%s=%s', (name, value, key, expected) => {
    expect(parseConfig({ [name]: value })).toHaveProperty(key, expected)
  })

  test.each<[string, string, string]>([
    ['PORT', 'abc', 'port number'],
    ['PORT', '65536', 'port number'],
    ['PORT', '-1', 'port number'],
    ['PORT', '80.5', 'port number'],
    ['PORT', '1e3', 'port number'],
    ['HOST', 'not a host', 'host name'],
    ['HOST', '-x-', 'host name'],
    ['HOST', 'http://x', 'host name'],
    ['BASE_URL', 'claims.example.com', 'address like'],
    ['BASE_URL', 'ftp://claims.example.com', 'address like'],
    ['BASE_URL', 'https://claims.example.com/desk', 'without a path'],
    ['BASE_URL', 'https://claims.example.com?x=1', 'without a path'],
    ['BASE_URL', 'https://claims.example.com#x', 'without a path'],
    ['BASE_URL', 'nonsense', 'address like'],
    ['TRUSTED_PROXIES', 'proxy.internal', 'IP addresses'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'IP addresses'],
    ['TRUSTED_PROXIES', '10.0.0.0/', 'IP addresses'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8', 'IP addresses'],
    ['TRUSTED_PROXIES', 'fd00::/129', 'IP addresses'],
    ['OUTBOUND_INTERNAL', '10.0.0.0/33', 'host names'],
    ['OUTBOUND_INTERNAL', 'https://crm.internal', 'host names'],
    ['OUTBOUND_INTERNAL', '10.0.0', 'host names'],
    ['OUTBOUND_INTERNAL', '*.internal', 'host names'],
    ['OUTBOUND_PORTS', '8443, 0', 'port numbers'],
    ['OUTBOUND_PORTS', '65536', 'port numbers'],
    ['OUTBOUND_HTTP', 'yes', 'true or false'],
    ['SMS_COUNTRIES', 'cz', 'two capital letters'],
    ['SMS_COUNTRIES', 'CZ, XX', 'two capital letters'],
    ['SMS_COUNTRIES', ',', 'two capital letters'],
    ['SMS_DAILY_BUDGET', '0', 'from 1'],
    ['SMS_DAILY_BUDGET', '1.5', 'from 1'],
    ['SMS_DAILY_BUDGET', '1000001', 'from 1'],
    ['MAIL_FROM', 'claims', 'one address'],
    ['MAIL_FROM', 'a@example.com, b@example.com', 'one address'],
    ['MAIL_FROM', 'Shop <a@example.com> b', 'one address'],
    ['MAIL_FROM', 'a@example.com\nBcc: b@example.com', 'one address'],
    ['DEFAULT_LOCALE', 'fr', 'one of cs, de, en, pl, sk'],
    ['DEFAULT_LOCALE', 'EN', 'one of cs, de, en, pl, sk'],
    ['DEFAULT_COUNTRY', 'cz', 'two capital letters'],
    ['DEFAULT_COUNTRY', 'CZE', 'two capital letters'],
    ['DEFAULT_COUNTRY', 'ZZ', 'two capital letters'],
    ['DEFAULT_COUNTRY', 'XX', 'two capital letters'],
    ['DEFAULT_COUNTRY', 'EU', 'two capital letters'],
    ['TIME_ZONE', 'Prague', 'IANA'],
    ['TIME_ZONE', 'Europe/Brno', 'IANA'],
    ['LOG_LEVEL', 'loud', 'one of fatal'],
    ['LOG_LEVEL', 'INFO', 'one of fatal'],
    ['HOST', 'a\nb', 'host name'],
  ])('%s=%j is refused in one line that names it, its value and what is allowed', (name, value, allowed) => {
    const parse = () => parseConfig({ [name]: value })
    expect(parse).toThrow(WrongSetting)
    expect(parse).toThrow(`${name}=${JSON.stringify(value)}`)
    expect(parse).toThrow(allowed)
    expect(parse).not.toThrow(/\n/)
  })

  test.each([
    ['SECRET', 'too-short-a-secret', '32 bytes'],
    ['DATABASE_URL', 'mysql://me:hidden-word@db/claims', 'postgres://'],
    ['DATABASE_URL', 'hidden-word', 'postgres://'],
    ['BASE_URL', 'https://me:hidden-word@claims.example.com', 'address like'],
    ...[
      'ftp://sms.example.com/hidden-word',
      'sms.example.com/hidden-word',
      'https://me:hidden-word@sms.example.com/send',
      'https://sms.example.com/send#hidden-word',
      'https://sms.example.com/\\hidden-word',
      'https:sms.example.com/hidden-word',
      'https:///sms.example.com/hidden-word',
      'https://@sms.example.com/hidden-word',
    ].map((url) => ['SMS_WEBHOOK_URL', url, 'address like']),
    ...[
      'http://me:hidden-word@mail.example.com',
      'mail.example.com',
      'smtp://hidden-word@mail.example.com',
      'smtp://me:hidden-word@mail.example.com/path',
      'smtp://me:hidden-word@mail.example.com?tls=maybe',
      'smtps://me:hidden-word@mail.example.com?tls=off',
      'smtp://me:hidden-word%E0@mail.example.com',
      'smtp://me:hidden-word%0A@mail.example.com',
      'smtp://me:hidden-word@mail_host!',
      'smtp://me:hidden-word@mail.example.com:0',
      'smtp://me:hidden-word@mail.example.com:99999',
    ].map((url) => ['SMTP_URL', url, 'smtps://']),
  ])('%s is secret: a wrong one is not shown', (name, value, allowed) => {
    const parse = () => parseConfig({ [name]: value })
    expect(parse).toThrow(allowed)
    expect(parse).toThrow(new RegExp(`^${name}=`))
    expect(parse).not.toThrow(/hidden-word|too-short/)
  })

  test('R56 a gateway of text messages needs a secret of 24 bytes, which is not shown', () => {
    const url = 'http://127.0.0.1:8025/send?account=1'
    const parse = (secret?: string) =>
      parseConfig({ SMS_WEBHOOK_URL: url, ...(secret === undefined ? {} : { SMS_WEBHOOK_SECRET: secret }) })
    const short = `whsec_${Buffer.from('hidden-word').toString('base64')}`
    for (const secret of [undefined, '', 'hidden-word', 'x'.repeat(23), short, `whsec_${'!'.repeat(40)}`]) {
      expect(() => parse(secret), secret).toThrow(/^SMS_WEBHOOK_SECRET=.*24 bytes/)
      expect(() => parse(secret), secret).not.toThrow(/hidden-word|aGlkZGVu/)
    }
    const long = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
    for (const secret of ['x'.repeat(24), long]) expect(parse(secret).smsGateway).toEqual({ url, secret })
    // Alone it names nobody.
    expect(() => parse('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toThrow(/not the one of the guide/)
    expect(parseConfig({ SMS_WEBHOOK_SECRET: 'x'.repeat(24) }).smsGateway).toBeNull()
  })

  test('R10 proxies are addresses and ranges, in any number', () => {
    const { trustedProxies } = parseConfig({ TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1 fd00::/8,2001:db8::1' })
    const trusted = (address: string) =>
      trustedProxies.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
    for (const address of ['10.1.2.3', '192.0.2.1', 'fd00::7', '2001:db8::1'])
      expect(trusted(address), address).toBe(true)
    for (const address of ['11.0.0.1', '192.0.2.2', '2001:db8::2'])
      expect(trusted(address), address).toBe(false)
    expect(parseConfig({}).trustedProxies.rules).toEqual([])
  })

  test('R54 what may be called inside is named by address, range or name, and nothing is by default', () => {
    const { internal, ports, http } = parseConfig({
      OUTBOUND_INTERNAL: '10.1.0.0/16, CRM.internal fd00::7',
      OUTBOUND_PORTS: '8443,9000',
      OUTBOUND_HTTP: 'true',
    }).outbound
    expect([...internal.names]).toEqual(['crm.internal'])
    expect(internal.addresses.check('10.1.2.3', 'ipv4')).toBe(true)
    expect(internal.addresses.check('10.2.0.1', 'ipv4')).toBe(false)
    expect(internal.addresses.check('fd00::7', 'ipv6')).toBe(true)
    expect([...ports]).toEqual([8443, 9000])
    expect(http).toBe(true)
    const plain = parseConfig({}).outbound
    expect([plain.internal.addresses.rules, [...plain.internal.names], [...plain.ports], plain.http]).toEqual(
      [[], [], [], false],
    )
  })
})
