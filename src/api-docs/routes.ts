import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { App } from '../http/index.ts'
import type { Document } from './document.ts'
import { docsPage } from './page.ts'

const sheet = readFileSync(new URL('./docs.css', import.meta.url), 'utf8')
const hash = createHash('sha256').update(sheet).digest('hex').slice(0, 20)
const sheetHref = `/api/docs/${hash}.css`

const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `/api/docs`: the API for people. Made once, from what the server says to programs; it holds no data. */
export function apiDocsRoutes(app: App, document: () => object): void {
  const schema = { hide: true }
  let page: string | null = null
  app.get('/api/docs', { schema }, async (_request, reply) => {
    page ??= docsPage(ownDocument(document()), sheetHref)
    return reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page)
  })
  app.get(sheetHref, { schema }, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('text/css; charset=utf-8')
      .send(sheet),
  )
}

/** The document is made of our own routes' schemas, of which none refers to another; tests walk all of it. */
function ownDocument(document: object): Document {
  return document as Document
}
