import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { invalid, Refusal } from '../base/index.ts'
import { isSound } from './bodies.ts'

const MAX_FIELDS = 10
const MAX_FIELD_BYTES = 1000

/**
 * Reads a multipart body of one file, the part `file`, and small fields, in any order. The file goes to `receive` as it
 * comes; what that answers is handed to `discard` where the rest of the body turns out to be wrong.
 * @throws Refusal `malformed-request`, `invalid-input`, `too-large`
 */
export async function readUpload<Received>(
  request: FastifyRequest,
  limit: number,
  receive: (bytes: MultipartFile['file']) => Promise<Received>,
  discard: (received: Received) => Promise<void>,
): Promise<{ received: Received; name: string; fields: ReadonlyMap<string, string> }> {
  // Where the length is known, nothing is received of what is too large anyway.
  if (Number(request.headers['content-length'] ?? 0) > limit + FRAME_BYTES) throw tooLarge(limit)
  const fields = new Map<string, string>()
  let file: { received: Received; name: string } | null = null
  try {
    for await (const part of request.parts({
      limits: { fileSize: limit, fields: MAX_FIELDS, parts: MAX_FIELDS + 2, fieldSize: MAX_FIELD_BYTES },
    })) {
      if (part.type === 'field') {
        const value = String(part.value)
        if (fields.has(part.fieldname) || !isSound(value)) throw new Refusal('malformed-request')
        fields.set(part.fieldname, value)
        continue
      }
      if (part.fieldname !== 'file' || file) {
        throw invalid({ path: part.fieldname, message: 'one file is needed, as the part `file`' })
      }
      if (!isSound(part.filename ?? '')) throw new Refusal('malformed-request')
      file = { received: await receive(part.file), name: part.filename ?? '' }
      if (part.file.truncated) throw tooLarge(limit)
    }
    if (!file) throw invalid({ path: 'file', message: 'a file is needed' })
    return { ...file, fields }
  } catch (error) {
    if (file) await discard(file.received)
    // The rest is read into nothing, so that the sender gets to read the answer.
    request.raw.unpipe()
    request.raw.resume()
    const brokeOff = request.raw.destroyed && !request.raw.complete
    throw brokeOff ? new Refusal('malformed-request') : translateReadError(error, limit)
  }
}

/** Room for the frame of the parts and for the fields. */
const FRAME_BYTES = 64 * 1024

function tooLarge(limit: number): Refusal {
  return new Refusal('too-large', `A file may have at most ${limit / 1024 ** 2} MiB.`)
}

/** What the parser throws says of itself that it is the request's fault, or has no code at all. */
function translateReadError(error: unknown, limit: number): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  if ('statusCode' in error)
    return error.statusCode === 413 ? tooLarge(limit) : new Refusal('malformed-request')
  return 'code' in error
    ? error
    : new Refusal('malformed-request', 'The body is not valid multipart/form-data.')
}
