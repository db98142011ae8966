import { Refusal } from '../base/index.ts'

const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
/** Primary result codes that mean that the disk or the file, not the statement, is at fault. */
const SQLITE_STORE_DOWN = new Set([
  8 /* READONLY */, 10 /* IOERR */, 11 /* CORRUPT */, 13 /* FULL */, 14 /* CANTOPEN */, 26,
])

const POSTGRES_RETRY = new Set(['40001', '40P01', '55P03'])
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])

/** Whether the same transaction may succeed when it is simply run again. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === SQLITE_BUSY || code === SQLITE_LOCKED || POSTGRES_RETRY.has(codeOf(error))
}

/** Whether the error says that a unique constraint was violated. */
export function isUniqueViolation(error: unknown): boolean {
  if (codeOf(error) === '23505') return true
  const errcode = errcodeOf(error)
  return errcode === 2067 || errcode === 1555
}

/** Turns an error that means "the store is not there" into the refusal `unavailable`; leaves others as they are. */
export function translateStoreError(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const code = codeOf(error)
  const sqlite = sqliteCode(error)
  const down =
    isBusy(error) ||
    (sqlite !== null && SQLITE_STORE_DOWN.has(sqlite)) ||
    NETWORK_CODES.has(code) ||
    // PostgreSQL: connection exceptions, insufficient resources (disk full too), operator intervention, I/O errors.
    /^(08|53|57|58)/.test(code) ||
    code === '25006' ||
    code === '28P01' ||
    code === '3D000' ||
    // The database does not take connections.
    code === '55000' ||
    (code === 'ERR_INVALID_STATE' &&
      /database is not open|statement has been finalized/.test(error.message)) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(error.message)
  return down ? new Refusal('unavailable', undefined, { cause: error }) : error
}

/** Whether the store is at fault, and not what it was asked to do: then nothing that follows in a transaction holds. */
export function isStoreFailure(error: unknown): boolean {
  const known = translateStoreError(error)
  return known instanceof Refusal && known.code === 'unavailable'
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : ''
}

function errcodeOf(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' ? code : null
}

function sqliteCode(error: unknown): number | null {
  const code = errcodeOf(error)
  return code === null ? null : code & 0xff
}
