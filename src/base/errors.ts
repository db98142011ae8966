/** One wrong member of an input: a path like `contact.email` or `values.price`, and what is allowed there. */
export type InputError = { path: string; message: string }

/**
 * Every way in which the product says no, with its HTTP status and title. The list is closed: `docs/api.md` explains
 * each, and a test holds the two together.
 */
export const ERRORS = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'invalid-input': { status: 422, title: 'The input is not valid' },
  unauthenticated: { status: 401, title: 'A valid token or session is needed' },
  'code-needed': { status: 401, title: 'The code of the authenticator is needed' },
  forbidden: { status: 403, title: 'This may not be done by whoever asks' },
  'confirmation-needed': { status: 403, title: 'The password has to be given again' },
  'authenticator-needed': { status: 403, title: 'An authenticator has to be set up first' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'There is no such resource' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  conflict: { status: 409, title: 'The change conflicts with what is stored' },
  'version-conflict': { status: 412, title: 'The resource was changed in the meantime' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The media type is not supported' },
  'wrong-host': { status: 421, title: 'This address is not served here' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used with another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The store cannot be reached right now' },
} as const

export type ErrorCode = keyof typeof ERRORS

/** A refusal with a code of the closed list; edges translate it once, to problem+json or to a page. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly errors: readonly InputError[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: ErrorCode,
    detail?: string,
    more: { errors?: readonly InputError[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail ?? ERRORS[code].title, { cause: more.cause })
    this.name = 'Refusal'
    this.code = code
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

/** Throws one refusal that names every wrong member at once; does nothing where there is none. */
export function refuseIfInvalid(errors: readonly InputError[]): void {
  if (errors.length > 0) throw invalid(...errors)
}

export function invalid(...errors: InputError[]): Refusal {
  const detail = errors
    .map((error) => (error.path ? `${error.path}: ${error.message}` : error.message))
    .join('; ')
  return new Refusal('invalid-input', detail, { errors })
}

export function notFound(what: string): Refusal {
  return new Refusal('not-found', `There is no such ${what}.`)
}
