import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import type { TestApp } from './app.ts'

type Media = Record<string, { schema?: object }>
type Operation = { responses: Record<string, { content?: Media }> }
type Document = { paths: Record<string, Record<string, Operation>> }

/** What one app documents, and which of it was really answered. */
type Book = { document: Document; answered: Set<string>; validators: Map<object, ValidateFunction> }

const books = new WeakMap<object, Book>()
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)

/** The document that the app serves, and `GET /api/v1/issues 200` and the like for each answer that came. */
export function documented(app: TestApp): Book {
  const known = books.get(app.app)
  if (known) return known
  const book: Book = { document: app.app.swagger() as never, answered: new Set(), validators: new Map() }
  books.set(app.app, book)
  return book
}

/** Fails where an answer is not as the document says: its status, its media type and its body. */
export function expectDocumented(
  app: TestApp,
  method: string,
  url: string,
  answer: { status: number; mediaType: string; json: unknown; text: string },
): void {
  const { document, answered, validators } = documented(app)
  const path = url.split('?', 1)[0] ?? ''
  if (path === '/api/v1/openapi.json') return
  const templates = Object.keys(document.paths).filter((one) => patternOf(one).test(path))
  // Of `/issues/similar` and `/issues/{number}` the one that names it.
  const template = templates.find((one) => one === path) ?? templates[0]
  const operation = template ? document.paths[template]?.[method.toLowerCase()] : undefined
  // An address or a method that is not there has nothing to say about itself.
  if (!template || !operation) return expect([404, 405, 400, 431]).toContain(answer.status)
  const about = `${method} ${template} ${answer.status}`
  answered.add(about)
  const response = operation.responses[String(answer.status)]
  expect(response, `${about} is not documented: ${answer.text}`).toBeDefined()
  if (answer.text === '') return
  const media = response?.content?.[answer.mediaType] ?? response?.content?.['*/*']
  expect(media, `${about} is not documented as ${answer.mediaType}`).toBeDefined()
  const schema = media?.schema
  if (!schema || answer.json === null) return
  const validate = validators.get(schema) ?? ajv.compile(schema)
  validators.set(schema, validate)
  validate(answer.json)
  expect(validate.errors ?? [], `${about} is not as documented: ${answer.text}`).toEqual([])
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`)
}
