import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { invalid, Refusal } from '../base/index.ts'
import { isCommonPassword } from './common-passwords.ts'

const derive = promisify(argon2)

/** OWASP's least for argon2id: 19 MiB, two passes. A stored hash says what it was made with. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const [SALT_BYTES, HASH_BYTES] = [16, 32]
const [SHORTEST, LONGEST] = [12, 1024]
/** Each takes a core and 19 MiB, so that more at once would only starve everyone else. */
const AT_ONCE = 2

type Cost = typeof COST
type Stored = { cost: Cost; salt: Buffer; hash: Buffer }

/**
 * Refuses what may not become a password.
 * @throws Refusal `malformed-request` (too long), `invalid-input`
 */
export function checkPassword(path: string, password: string): void {
  refuseLong(path, password)
  if (Buffer.byteLength(password) < SHORTEST)
    throw invalid({
      path,
      message: `at least ${SHORTEST} bytes are needed; several words are easy to keep`,
    })
  if (isCommonPassword(password))
    throw invalid({ path, message: 'this is one of the most used passwords; another is needed' })
}

/**
 * Refuses what is too long to be looked at, before it costs anything.
 * @throws Refusal `malformed-request`
 */
export function refuseLong(path: string, password: string): void {
  if (Buffer.byteLength(password) <= LONGEST) return
  const message = `at most ${LONGEST} bytes are allowed`
  throw new Refusal('malformed-request', `${path}: ${message}`, { errors: [{ path, message }] })
}

/** What is stored of a password: a PHC text that tells how it was made. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await hashOf(password, salt, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/** As long as any other that does not match. */
const NOBODY: Stored = { cost: COST, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) }

/** Whether a password is the stored one; takes as long where nothing is stored, and then is none. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const known = stored === null ? null : readHash(stored)
  const { cost, salt, hash } = known ?? NOBODY
  const same = timingSafeEqual(await hashOf(password, salt, cost), hash)
  return same && known !== null
}

/** Whether a hash was made at another cost than new ones are. */
export function isOutdated(stored: string): boolean {
  const known = readHash(stored)
  return known === null || JSON.stringify(known.cost) !== JSON.stringify(COST)
}

function readHash(stored: string): Stored | null {
  const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]{43})$/
  const [, memory, passes, parallelism, salt = '', hash = ''] = form.exec(stored) ?? []
  if (!memory) return null
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

let running = 0
const waiting: (() => void)[] = []

async function hashOf(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await derive('argon2id', { message: password, nonce: salt, tagLength: HASH_BYTES, ...cost })
  } finally {
    // Whoever is next takes over this place.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
