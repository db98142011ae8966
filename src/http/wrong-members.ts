import type { FastifyRequest, FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { type InputError, invalid, Refusal } from '../base/index.ts'

/** What a schema refused of a body or a query. */
class WrongShape extends Refusal {
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(issues: readonly z.core.$ZodIssue[]) {
    const { message, errors } = invalid(...issues.flatMap(inputErrors))
    super('invalid-input', message, { errors })
    this.issues = issues
  }
}

/** Checks params, query and body of a route with its zod schemas. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    // A body that was not sent comes as null; one that may be left out is `undefined` to its schema.
    const result = schema.safeParse(data ?? undefined)
    return result.success ? { value: result.data } : { error: new WrongShape(result.error.issues) }
  }

/**
 * Checks what no route's schema sees, like the fields of an upload.
 * @throws Refusal `invalid-input`
 */
export function validate<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const result = schema.safeParse(data)
  if (!result.success) throw new WrongShape(result.error.issues)
  return result.data
}

function inputErrors(issue: z.core.$ZodIssue): InputError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      message: 'there is no such member',
    }))
  }
  return [{ path: issue.path.join('.'), message: issue.message }]
}

/** As much of a `T` as was sound: any member, at any depth, and any item of a list may be missing. */
export type Sound<T> = T extends readonly (infer Item)[]
  ? readonly (Sound<Item> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Sound<T[K]> | undefined }
    : T

/** Finds what is wrong with the content of those members that have the right shape. */
type ContentCheck<T> = (request: FastifyRequest, sound: Sound<T>) => Promise<readonly InputError[]>

/**
 * Options of a route whose input can be right in shape and still wrong in content. The content is the verb's to check;
 * where the shape is wrong already, it is checked here as well, so that one answer names every wrong member.
 */
export function namingAll<T>(part: 'body' | 'query', check: ContentCheck<T>) {
  return {
    attachValidation: true,
    preHandler: async (request: FastifyRequest): Promise<void> => {
      const wrong = request.validationError
      if (!wrong) return
      if (!(wrong instanceof WrongShape) || wrong.validationContext !== CONTEXT[part]) throw wrong
      const content = await check(request, soundPart<T>(request[part], wrong.issues))
      const known = wrong.errors.map((error) => error.path)
      throw invalid(...wrong.errors, ...content.filter(({ path }) => !known.some((at) => isWithin(path, at))))
    },
  }
}

const CONTEXT = { body: 'body', query: 'querystring' } as const

function isWithin(path: string, outer: string): boolean {
  return outer === '' || path === outer || path.startsWith(`${outer}.`)
}

/** What is left has the shape that the schema asks for, since everything that it refused was taken out. */
function soundPart<T>(input: unknown, issues: readonly z.core.$ZodIssue[]): Sound<T> {
  const root = { input: structuredClone(input) }
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.at(-1)]
    const holder = ['input', ...(issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1))]
    if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') return {} as Sound<T>
    const target = holder.reduce<unknown>((at, key) => (isHolder(at) ? at[key] : undefined), root)
    if (isHolder(target)) for (const key of keys) if (key !== undefined) delete target[key]
  }
  return root.input as Sound<T>
}

function isHolder(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}
