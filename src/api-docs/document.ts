/** The parts of a JSON Schema that our routes use. */
export type Schema = {
  type?: string | readonly string[]
  format?: string
  description?: string
  enum?: readonly unknown[]
  default?: unknown
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

export type Content = Readonly<Record<string, { schema?: Schema }>>

export type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}

export type Operation = {
  tags?: readonly string[]
  summary?: string
  description?: string
  security?: readonly {
    token?: readonly string[]
    signature?: readonly string[]
    session?: readonly string[]
  }[]
  parameters?: readonly Parameter[]
  requestBody?: { content: Content }
  responses: Readonly<Record<string, { description: string; content?: Content }>>
}

/** An OpenAPI document as ours are: everything in its place, nothing referred to. */
export type Document = {
  info: { title: string; version: string; description?: string }
  servers?: readonly { url: string }[]
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The type of a schema in a few words: `text or null`, `list of objects`, `open, waiting, done`. */
export function typeName(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeName))].join(' or ')
  if (schema.type === undefined) return 'any'
  const kinds = typeof schema.type === 'string' ? [schema.type] : schema.type
  return kinds.map((kind) => kindName(kind, schema)).join(' or ')
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'instant',
  date: 'date',
  uuid: 'id',
  email: 'e-mail',
  uri: 'address',
  binary: 'file',
}

function kindName(kind: string, schema: Schema): string {
  if (kind === 'string') return FORMATS[schema.format ?? ''] ?? 'text'
  if (kind === 'array') return schema.items ? `list of ${typeName(schema.items)}` : 'list'
  const { additionalProperties: more } = schema
  if (kind === 'object' && more && typeof more === 'object' && !schema.properties) {
    return `object of ${typeName(more)} by key`
  }
  return kind
}

/** What a value has to keep to besides its type, and what it is where it is not sent. */
export function limitsOf(schema: Schema): string[] {
  const { minimum, maximum, maxLength, maxItems } = schema
  const range = [minimum, maximum].filter(
    (end) => end !== undefined && Math.abs(end) < Number.MAX_SAFE_INTEGER,
  )
  return [
    range.length === 2
      ? `${range[0]} to ${range[1]}`
      : range.length === 1 && minimum === range[0]
        ? `from ${minimum}`
        : '',
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    maxItems === undefined ? '' : `at most ${maxItems}`,
    isPlain(schema.default) ? `default ${JSON.stringify(schema.default)}` : '',
  ].filter(Boolean)
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== ''
}

/** The members within a value: its own, its items', or those of what it may be. */
export function membersOf(schema: Schema): { name: string; schema: Schema; needed: boolean }[] {
  if (schema.properties) {
    return Object.entries(schema.properties).map(([name, member]) => ({
      name,
      schema: member,
      needed: schema.required?.includes(name) ?? false,
    }))
  }
  const { additionalProperties: more } = schema
  const within = schema.items ?? (typeof more === 'object' ? more : undefined)
  if (within) return membersOf(within)
  return schema.anyOf?.map(membersOf).find((members) => members.length > 0) ?? []
}
