/** One wrong member of what was sent: a path like `header.en`, and what is allowed there, in English. */
export type InputError = { path: string; message: string }

/** An answer of the API that says no, or none at all (`status` 0). */
export class Problem extends Error {
  readonly status: number
  /** Of the API's closed list, like `version-conflict`; `offline` where no answer came. */
  readonly code: string
  readonly errors: readonly InputError[]

  constructor(status: number, code: string, detail: string, errors: readonly InputError[] = []) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.errors = errors
  }
}

type ProblemBody = { type?: unknown; title?: unknown; detail?: unknown; errors?: unknown }

/** The problem in the body of an answer; made up from its status where it holds none. */
export function problemFrom(status: number, body: unknown): Problem {
  const { type, title, detail, errors } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as ProblemBody
  const code = typeof type === 'string' ? (type.split(':').at(-1) ?? 'internal') : 'internal'
  const text = [detail, title].find((one): one is string => typeof one === 'string') ?? `HTTP ${status}`
  return new Problem(status, code, text, Array.isArray(errors) ? (errors as InputError[]) : [])
}
