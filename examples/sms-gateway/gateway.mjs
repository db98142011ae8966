// Carries Reklamator's text messages on to Twilio, and Twilio's status callbacks back as delivery reports.
// A sample to start from: no packages, Node.js 22 or newer. README.md says how it is run.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const settings = {
  host: process.env.HOST ?? '127.0.0.1',
  port: Number(process.env.PORT ?? 8025),
  secret: needed('SMS_WEBHOOK_SECRET'),
  account: needed('TWILIO_ACCOUNT_SID'),
  authToken: needed('TWILIO_AUTH_TOKEN'),
  from: needed('TWILIO_FROM'),
  api: process.env.TWILIO_API ?? 'https://api.twilio.com',
}
/** Where Twilio reaches this program. */
let publicUrl = process.env.PUBLIC_URL ?? ''

const MAX_BODY = 64 * 1024
const TOLERANCE_SECONDS = 300
const TWILIO_WITHIN = 10_000
const REPORT_WITHIN = 10_000
/** Milliseconds before each attempt to report; Twilio itself calls once. */
const REPORT_AFTER = [0, 5_000, 60_000, 600_000]
const REMEMBERED = 10_000

/** Nothing of a message is said. @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {string} name */
function needed(name) {
  const value = process.env[name]
  if (value) return value
  say(`${name} is needed`)
  process.exit(2)
}

/**
 * What became of messages that came lately, by id: who sends the same again gets the same answer, and the customer one
 * message.
 * @type {Map<string, Promise<number>>}
 */
const taken = new Map()

const server = createServer((request, response) => {
  void answer(request)
    .catch((/** @type {unknown} */ error) => {
      say(`unexpected error: ${error instanceof Error ? error.message : ''}`)
      return 500
    })
    .then((status) => void response.writeHead(status).end())
})
server.listen(settings.port, settings.host, () => {
  const address = server.address()
  const at = `http://${settings.host}:${typeof address === 'object' ? address?.port : settings.port}`
  publicUrl ||= at
  process.stdout.write(`listening on ${at}\n`)
})
process.on('SIGTERM', () => server.close())

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<number>} the status to answer
 */
async function answer(request) {
  const url = new URL(request.url ?? '/', 'http://gateway.invalid')
  if (request.method !== 'POST') return 405
  const body = await read(request)
  if (body === null) return 413
  if (url.pathname === '/send') return send(request.headers, body)
  if (url.pathname === '/status') return passOnStatus(request, url, body)
  return 404
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {string} body
 */
async function send(headers, body) {
  if (!isSigned(headers, body)) return 401
  const { type, data } = JSON.parse(body)
  if (type !== 'sms.send') return 400
  const before = taken.get(data.id)
  if (before) return before
  const sending = sendByTwilio(data)
  taken.set(data.id, sending)
  const [oldest] = taken.keys()
  if (taken.size > REMEMBERED && oldest !== undefined) taken.delete(oldest)
  const status = await sending
  // What did not work may work at the next attempt.
  if (status !== 200) taken.delete(data.id)
  return status
}

/**
 * @param {{ id: string, to: string, text: string, reportUrl: string }} message
 * @returns {Promise<number>}
 */
async function sendByTwilio({ id, to, text, reportUrl }) {
  const callback = new URL('/status', publicUrl)
  callback.searchParams.set('id', id)
  callback.searchParams.set('report', reportUrl)
  const login = Buffer.from(`${settings.account}:${settings.authToken}`).toString('base64')
  try {
    const response = await fetch(
      `${settings.api}/2010-04-01/Accounts/${encodeURIComponent(settings.account)}/Messages.json`,
      {
        method: 'POST',
        headers: { authorization: `Basic ${login}` },
        body: new URLSearchParams({
          To: to,
          From: settings.from,
          Body: text,
          StatusCallback: callback.href,
        }),
        signal: AbortSignal.timeout(TWILIO_WITHIN),
      },
    )
    if (response.ok) return 200
    say(`Twilio answered ${response.status} to ${id}`)
    // 400: this message will never be taken. All else is the account, the network or the moment: tried again.
    return response.status === 400 ? 422 : 503
  } catch (error) {
    say(`Twilio did not answer to ${id}: ${error instanceof Error ? error.name : ''}`)
    return 503
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {URL} url
 * @param {string} body
 */
async function passOnStatus(request, url, body) {
  const fields = new URLSearchParams(body)
  // The address is signed too, so id and report are what we wrote.
  if (!isFromTwilio(request, fields)) return 403
  const status = fields.get('MessageStatus')
  const isDelivered = status === 'delivered'
  if (!isDelivered && status !== 'undelivered' && status !== 'failed') return 204
  const code = fields.get('ErrorCode')
  const data = {
    id: url.searchParams.get('id') ?? '',
    state: isDelivered ? 'delivered' : 'undelivered',
    ...(code ? { reason: `Twilio error ${code}` } : {}),
  }
  void report(url.searchParams.get('report') ?? '', data, 0)
  return 204
}

/**
 * @param {string} reportUrl
 * @param {{ id: string, state: string, reason?: string }} data
 * @param {number} attempt
 */
async function report(reportUrl, data, attempt) {
  const body = JSON.stringify({ type: 'sms.report', timestamp: new Date().toISOString(), data })
  const status = await fetch(reportUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureOf(`report-${data.id}`, body) },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(REPORT_WITHIN),
  }).then(
    (response) => response.status,
    () => 0,
  )
  if (status >= 200 && status < 300) return
  say(`the report of ${data.id} was answered with ${status || 'nothing'}`)
  // What is refused is refused again; what was not heard is said again.
  const wait = REPORT_AFTER[attempt + 1]
  if (status >= 400 && status < 500) return
  if (wait !== undefined) setTimeout(() => void report(reportUrl, data, attempt + 1), wait).unref()
}

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`. @param {string} signed */
function sign(signed) {
  const { secret } = settings
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

/**
 * @param {string} id
 * @param {string} body
 */
function signatureOf(id, body) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': sign(`${id}.${timestamp}.${body}`),
  }
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {string} body
 */
function isSigned(headers, body) {
  const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])]
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) return false
  const expected = sign(`${id}.${timestamp}.${body}`)
  return String(headers['webhook-signature'])
    .split(' ')
    .some((given) => isSame(given, expected))
}

/**
 * Twilio signs the address that it calls and all fields, sorted.
 * @param {import('node:http').IncomingMessage} request
 * @param {URLSearchParams} fields
 */
function isFromTwilio(request, fields) {
  const called = new URL(request.url ?? '/', publicUrl).href
  const all = [...fields].toSorted(([one], [other]) => (one < other ? -1 : 1)).map((pair) => pair.join(''))
  const expected = createHmac('sha1', settings.authToken)
    .update(`${called}${all.join('')}`)
    .digest('base64')
  return isSame(String(request.headers['x-twilio-signature']), expected)
}

/**
 * @param {string} given
 * @param {string} expected
 */
function isSame(given, expected) {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string | null>} `null` where it is too large
 */
async function read(request) {
  const chunks = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > MAX_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
