import { type Html, html, type HtmlPart, nothing } from '../base/index.ts'
import {
  type Content,
  type Document,
  limitsOf,
  membersOf,
  type Operation,
  type Schema,
  typeName,
} from './document.ts'
import { commandOf, EXAMPLES } from './examples.ts'

type Listed = { method: string; path: string; operation: Operation }

/** The document as a page for people: resources, their operations, and examples to type. */
export function docsPage(document: Document, styleHref: string): string {
  const resources = resourcesOf(document)
  const { title, description = '' } = document.info
  const server = document.servers?.[0]?.url ?? ''
  return html`<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow, noarchive">
    <title>${title} API</title>
    <link rel="stylesheet" href="${styleHref}">
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <nav aria-label="Resources">
    <p><strong>${title} API</strong></p>
    <ul>
    <li><a href="#start">How to start</a></li>
    ${resources.map(([tag]) => html`<li><a href="#${slug(tag)}">${tag}</a></li>\n`)}</ul>
    </nav>
    <main id="main">
    <h1>${title} API</h1>
    <p>${description}</p>
    ${start(server)}
    ${resources.map(([tag, operations]) => section(tag, operations))}</main>
    </body>
    </html>
    `.markup
}

/** Operations by resource, in the order of the examples: what is used most comes first. */
function resourcesOf(document: Document): [tag: string, operations: Listed[]][] {
  const order = EXAMPLES.map(({ tag }) => tag)
  const place = ([tag]: [string, unknown]) => (order.includes(tag) ? order.indexOf(tag) : order.length)
  const resources = Map.groupBy(operationsOf(document), ({ operation }) => operation.tags?.[0] ?? 'Other')
  return [...resources].toSorted((a, b) => place(a) - place(b))
}

/** Every operation of a document, in its order. */
function operationsOf(document: Document): Listed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
}

function start(server: string): Html {
  const setUp = `API=${server}/api/v1\nTOKEN=rk_…`
  return html`<section id="start" aria-labelledby="start-title">
    <h2 id="start-title">How to start</h2>
    <p>Every request carries a token, made on the command line with <code>reklamator token create</code>. Its scope is
    <code>admin</code>, <code>issues:write</code> or <code>issues:read</code>; each includes those after it. The
    examples below take address and token from the shell:</p>
    ${code(setUp)}
    <p>The description that this page is made from is at
    <a href="/api/v1/openapi.json"><code>/api/v1/openapi.json</code></a>, for programs.</p>
    <p>Lists answer <code>items</code> and <code>nextCursor</code>: send it as <code>cursor</code> for the next page,
    until it is null. Errors are <code>application/problem+json</code> with a stable <code>type</code>; invalid input
    names every wrong member in <code>errors</code>.</p>
    </section>`
}

function section(tag: string, operations: readonly Listed[]): Html {
  const id = slug(tag)
  const examples = EXAMPLES.filter((example) => example.tag === tag)
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${tag}</h2>
    ${operations.map(operationPart)}
    ${
      examples.length > 0 &&
      html`<h3>Examples</h3>
      ${examples.map((example) => html`<p>${example.says}</p>${code(commandOf(example))}\n`)}`
    }</section>\n`
}

function needsOf({ security }: Operation): HtmlPart {
  const [needed] = security ?? []
  const scope = needed?.token?.[0]
  if (scope) return html`needs <code>${scope}</code>`
  if (needed?.signature) return 'needs a signature'
  return needed?.session ? 'needs a person’s session' : 'needs nothing'
}

function operationPart({ method, path, operation }: Listed): Html {
  const id = slug(`${method} ${path.replace('/api/v1', '')}`)
  const needs = needsOf(operation)
  const parameters = operation.parameters ?? []
  return html`<article id="${id}" aria-labelledby="${id}-title">
    <h3 id="${id}-title"><a href="#${id}"><span class="method ${method.toLowerCase()}">${method}</span>
    <code>${path}</code></a></h3>
    <p>${operation.summary ?? ''}${needs && html` <span class="scope">${needs}</span>`}</p>
    ${operation.description && html`<p>${prose(operation.description)}</p>\n`}
    ${['path', 'query', 'header'].map((place) => {
      const members = parameters
        .filter((one) => one.in === place)
        .map(({ name, schema, required = false, description }) => ({
          name,
          needed: required,
          schema: description ? { ...schema, description } : schema,
        }))
      return members.length > 0 && html`<h4>${PLACES[place]}</h4>${memberList(members)}`
    })}
    ${operation.requestBody && contentPart('Body', operation.requestBody.content)}
    ${answers(operation)}</article>\n`
}

const PLACES: Readonly<Record<string, string>> = {
  path: 'In the path',
  query: 'In the query',
  header: 'Headers',
}

function answers({ responses }: Operation): Html {
  const all = Object.entries(responses)
  return html`${all
    .filter(([status]) => Number(status) < 300)
    .map(([status, { content }]) =>
      content ? contentPart(`Answer ${status}`, content) : html`<h4>Answer ${status}</h4><p>No content.</p>`,
    )}
    <details><summary>Other answers</summary>
    <ul class="answers">${all
      .filter(([status]) => Number(status) >= 300)
      .map(
        ([status, { description }]) =>
          html`<li><code>${status}</code> ${otherAnswer(status, description)}</li>\n`,
      )}</ul>
    </details>\n`
}

function otherAnswer(status: string, description: string): string {
  return status === '304' ? 'What the asker has is still current' : description
}

function contentPart(title: string, content: Content): Html {
  return html`${Object.entries(content).map(([mediaType, { schema }]) => {
    const members = schema ? membersOf(schema) : []
    const about = mediaType === '*/*' ? 'the bytes' : mediaType
    if (members.length === 0) return html`<h4>${title} <small>${about}</small></h4>`
    return html`<details><summary>${title} <small>${about}</small></summary>
      ${memberList(members)}</details>\n`
  })}`
}

function memberList(members: ReturnType<typeof membersOf>): Html {
  return html`<ul class="members">
    ${members.map(
      ({ name, schema, needed }) =>
        html`<li><code>${name}</code> <span class="type">${typeName(schema)}</span>${
          needed && html` <em>needed</em>`
        }${meaning(schema)}${within(schema)}</li>\n`,
    )}</ul>\n`
}

function meaning(schema: Schema): Html {
  const text = [schema.description, ...limitsOf(schema)].filter(Boolean).join('; ')
  return text ? html` <span class="meaning">– ${text}</span>` : nothing
}

function within(schema: Schema): Html {
  const members = membersOf(schema)
  return members.length > 0 ? memberList(members) : nothing
}

/** A text with `code` in it. */
function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

/** A block that scrolls by itself is reached with the keyboard too. */
function code(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
