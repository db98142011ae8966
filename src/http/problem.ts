import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { ERRORS, type ErrorCode, type Refusal } from '../base/index.ts'

/** RFC 9457. `type` is stable; `errors` names every wrong member of an invalid input. */
export const problemSchema = z
  .object({
    type: z.string().describe('Stable, like urn:reklamator:problem:invalid-input'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .describe('What went wrong (RFC 9457)')

/** The problems that a route may answer, by code, for its schema. */
export function problems<const Code extends ErrorCode>(...codes: Code[]) {
  const always: ErrorCode[] = [
    'malformed-request',
    'unauthenticated',
    'forbidden',
    'cross-site',
    'too-large',
    'unsupported-media-type',
    'wrong-host',
    'headers-too-large',
    'internal',
    'unavailable',
  ]
  const responses: Record<
    number,
    { description: string; content: Record<string, { schema: typeof problemSchema }> }
  > = {}
  for (const code of [...always, ...codes]) {
    const { status, title } = ERRORS[code]
    const described = responses[status]?.description
    responses[status] = {
      description: described && described !== title ? `${described}; ${title}` : title,
      content: { 'application/problem+json': { schema: problemSchema } },
    }
  }
  return responses
}

/** A refusal as the API answers it. */
export function problemOf(refusal: Refusal): z.infer<typeof problemSchema> {
  const { status, title } = ERRORS[refusal.code]
  return {
    type: `urn:reklamator:problem:${refusal.code}`,
    title,
    status,
    ...(refusal.message === title ? {} : { detail: refusal.message }),
    ...(refusal.errors.length > 0 ? { errors: [...refusal.errors] } : {}),
  }
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .code(ERRORS[refusal.code].status)
    .headers(refusal.headers)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemOf(refusal))
}
