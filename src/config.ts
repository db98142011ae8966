import { existsSync, readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { isSupportedCountry } from 'libphonenumber-js/min'
import {
  isPageLocale,
  isTimeZone,
  type Mailbox,
  type PageLocale,
  PAGE_LOCALES,
  parseMailbox,
  type Settings,
} from './base/index.ts'
import type { SmtpSettings } from './deliveries/index.ts'
import { addRange, type OutboundSettings, parseInternal, parsePorts, readTarget } from './outbound/index.ts'
import type { SmsGateway } from './sms/index.ts'

/** All settings of one process, read and checked once at start. */
export type Config = {
  host: string
  port: number
  /** Scheme and authority, without a slash at the end. Every link that leaves the system starts with it. */
  baseUrl: string
  /** Absolute path. */
  dataDir: string
  databaseUrl: string | null
  /** `null`: made at the first start and kept in the data folder. */
  secret: string | null
  trustedProxies: BlockList
  /** `null`: mail is captured in the data folder. */
  smtp: SmtpSettings | null
  /** `null`: `no-reply` at the public host. */
  mailFrom: Mailbox | null
  /** `null`: text messages are captured in the data folder. */
  smsGateway: SmsGateway | null
  sms: Settings['sms']
  /** What may be called over HTTP. */
  outbound: OutboundSettings
  defaultLocale: PageLocale
  /** ISO 3166-1 alpha-2. */
  defaultCountry: string
  timeZone: string
  logLevel: LogLevel
  /** Settings that are given and that this release does not have yet. */
  unused: string[]
}

const NOT_YET = ['S3_ENDPOINT', 'S3_BUCKET', 'METRICS_PORT']

export const MIN_SECRET_BYTES = 32
const MIN_WEBHOOK_SECRET_BYTES = 24
const MAX_DAILY_BUDGET = 1_000_000

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

/** A wrong setting; the message names it, its value unless secret, and what is allowed, in one line. */
export class WrongSetting extends Error {}

/**
 * Reads the environment and the file `.env` in the working directory (the environment wins).
 * @throws WrongSetting at the first setting that is not allowed.
 */
export function readConfig(overrides: Record<string, string> = {}): Config {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}
  return parseConfig({ ...file, ...process.env, ...overrides })
}

/** As {@link readConfig}, from given values. An empty value counts as none. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const value = (name: string): string | null => env[name]?.trim() || null
  const wrong = (name: string, allowed: string, shown = value(name)): never => {
    throw new WrongSetting(`${name}=${JSON.stringify(shown)} is not allowed: ${allowed}`)
  }

  const portText = value('PORT') ?? '3000'
  const port = Number(portText)
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) wrong('PORT', 'a port number from 0 to 65535 is needed')

  const host = value('HOST') ?? '127.0.0.1'
  if (!isIP(host) && !/^[a-z\d]([a-z\d.-]{0,252}[a-z\d])?$/i.test(host)) {
    wrong('HOST', 'an IP address or a host name is needed')
  }

  const defaultLocale = value('DEFAULT_LOCALE') ?? 'en'
  if (!isPageLocale(defaultLocale)) {
    return wrong('DEFAULT_LOCALE', `one of ${PAGE_LOCALES.map((locale) => locale.tag).join(', ')} is needed`)
  }
  const defaultCountry = value('DEFAULT_COUNTRY') ?? 'CZ'
  if (!isSupportedCountry(defaultCountry)) {
    wrong('DEFAULT_COUNTRY', 'a country code of two capital letters is needed, like CZ')
  }
  const timeZone = value('TIME_ZONE') ?? 'Europe/Prague'
  if (!isTimeZone(timeZone)) wrong('TIME_ZONE', 'an IANA time zone is needed, like Europe/Prague')

  const logLevel = LOG_LEVELS.find((level) => level === (value('LOG_LEVEL') ?? 'info'))
  if (!logLevel) return wrong('LOG_LEVEL', `one of ${LOG_LEVELS.join(', ')} is needed`)

  const secret = value('SECRET')
  if (secret && Buffer.byteLength(secret) < MIN_SECRET_BYTES)
    wrong('SECRET', 'at least 32 bytes are needed', '(not shown)')

  const databaseUrl = value('DATABASE_URL')
  if (databaseUrl && !isDatabaseUrl(databaseUrl)) {
    wrong('DATABASE_URL', 'an address like postgres://user:password@host:5432/name is needed', '(not shown)')
  }

  const smtpUrl = value('SMTP_URL')
  const smtp = smtpUrl === null ? null : parseSmtpUrl(smtpUrl)
  if (smtpUrl !== null && !smtp) {
    wrong(
      'SMTP_URL',
      'an address like smtp://user:password@host:587 or smtps://user:password@host:465 is needed, with special ' +
        'characters percent-encoded; ?tls=off after smtp:// leaves encryption out',
      '(not shown)',
    )
  }
  const mailFrom = value('MAIL_FROM')
  const sender = mailFrom === null ? null : parseMailbox(mailFrom)
  if (mailFrom !== null && !sender) {
    wrong('MAIL_FROM', 'one address is needed, like claims@example.com or Example Shop <claims@example.com>')
  }

  const outbound = parseOutbound(value, wrong)
  return {
    host,
    port,
    baseUrl: parseBaseUrl(value('BASE_URL') ?? `http://localhost:${port}`, wrong),
    dataDir: resolve(value('DATA_DIR') ?? 'data'),
    databaseUrl,
    secret,
    trustedProxies: parseProxies(value('TRUSTED_PROXIES'), wrong),
    smtp,
    mailFrom: sender,
    smsGateway: parseSmsGateway(value, wrong, outbound),
    sms: parseSms(value, wrong, defaultCountry),
    outbound,
    defaultLocale,
    defaultCountry,
    timeZone,
    logLevel,
    unused: NOT_YET.filter((name) => value(name) !== null),
  }
}

type Wrong = (name: string, allowed: string, shown?: string) => never

function parseBaseUrl(text: string, wrong: Wrong): string {
  const url = URL.parse(text)
  const plain = url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password
  if (!plain || url.pathname !== '/' || url.search || url.hash) {
    const shown = url?.username || url?.password ? '(not shown)' : text
    return wrong('BASE_URL', 'an address like https://claims.example.com is needed, without a path', shown)
  }
  return url.origin
}

function parseProxies(text: string | null, wrong: Wrong): BlockList {
  const list = new BlockList()
  for (const entry of text?.split(/[\s,]+/).filter(Boolean) ?? []) {
    if (!addRange(list, entry)) {
      return wrong(
        'TRUSTED_PROXIES',
        'IP addresses or ranges like 10.0.0.0/8 are needed, with commas between',
      )
    }
  }
  return list
}

type Value = (name: string) => string | null

/** It stands in docs/sms.md, so that its examples can be tried. */
const SAMPLE_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

function parseSmsGateway(value: Value, wrong: Wrong, outbound: OutboundSettings): SmsGateway | null {
  const text = value('SMS_WEBHOOK_URL')
  if (text === null) return null
  // As each call will read it.
  if ('problem' in readTarget(text, outbound, true)) {
    wrong(
      'SMS_WEBHOOK_URL',
      'an address like https://sms.example.com/send is needed, without user name, password and a part after #',
      '(not shown)',
    )
  }
  const secret = value('SMS_WEBHOOK_SECRET') ?? ''
  if (secretBytes(secret) < MIN_WEBHOOK_SECRET_BYTES) {
    wrong(
      'SMS_WEBHOOK_SECRET',
      `at least ${MIN_WEBHOOK_SECRET_BYTES} bytes are needed with SMS_WEBHOOK_URL, as text or as whsec_ and base64`,
      '(not shown)',
    )
  }
  if (secret === SAMPLE_SECRET)
    wrong('SMS_WEBHOOK_SECRET', 'a secret of your own is needed, not the one of the guide', '(not shown)')
  return { url: text, secret }
}

/** Bytes of the key that a secret of Standard Webhooks stands for. */
function secretBytes(secret: string): number {
  if (!secret.startsWith('whsec_')) return Buffer.byteLength(secret)
  const encoded = secret.slice('whsec_'.length)
  return /^[\w+/-]+=*$/.test(encoded) ? Buffer.from(encoded, 'base64').length : 0
}

function parseSms(value: Value, wrong: Wrong, defaultCountry: string): Config['sms'] {
  const countries = value('SMS_COUNTRIES')
    ?.split(/[\s,]+/)
    .filter(Boolean) ?? [defaultCountry]
  if (countries.length === 0 || !countries.every((country) => isSupportedCountry(country))) {
    wrong(
      'SMS_COUNTRIES',
      'country codes of two capital letters are needed, with commas between, like CZ, SK',
    )
  }
  const budget = value('SMS_DAILY_BUDGET') ?? '500'
  const dailyBudget = Number(budget)
  if (!/^\d{1,7}$/.test(budget) || dailyBudget < 1 || dailyBudget > MAX_DAILY_BUDGET)
    wrong('SMS_DAILY_BUDGET', `a number of segments from 1 to ${MAX_DAILY_BUDGET} is needed`)
  return { countries: [...new Set(countries)], dailyBudget }
}

function parseOutbound(value: Value, wrong: Wrong): OutboundSettings {
  const http = value('OUTBOUND_HTTP') ?? 'false'
  if (http !== 'true' && http !== 'false') wrong('OUTBOUND_HTTP', 'true or false is needed')
  return {
    internal:
      parseInternal(value('OUTBOUND_INTERNAL') ?? '') ??
      wrong(
        'OUTBOUND_INTERNAL',
        'IP addresses, ranges like 10.0.0.0/8 or host names are needed, with commas between',
      ),
    ports:
      parsePorts(value('OUTBOUND_PORTS') ?? '') ??
      wrong('OUTBOUND_PORTS', 'port numbers from 1 to 65535 are needed, with commas between'),
    http: http === 'true',
  }
}

/** smtp:// upgrades by STARTTLS, but on this machine; `null` where it is no address of a mail server. */
function parseSmtpUrl(text: string): SmtpSettings | null {
  const url = URL.parse(text)
  const isImplicit = url?.protocol === 'smtps:'
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !['', '/'].includes(url.pathname) || url.hash)
    return null
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (!isIP(host) && !/^[a-z\d]([a-z\d.-]{0,252}[a-z\d])?$/i.test(host)) return null
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === null || password === null || (user === '') !== (password === '') || url.port === '0')
    return null
  const isOff = url.search === '?tls=off'
  if (url.search !== '' && (!isOff || isImplicit)) return null
  const isHere = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
  return {
    host,
    port: Number(url.port) || (isImplicit ? 465 : 587),
    tls: isImplicit ? 'implicit' : isOff || isHere ? 'off' : 'starttls',
    login: user ? { user, password } : null,
  }
}

function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}

function isDatabaseUrl(text: string): boolean {
  return ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '')
}
