import { LiquidError } from 'liquidjs'
import type { InputError, Texts } from '../base/index.ts'
import type { Field } from '../issue-types/index.ts'
import { filterNames } from './filters.ts'
import { parse, TAGS, type Template, tooLarge } from './liquid.ts'
import { type NamedFilter, type NamedVariable, namesIn } from './names.ts'
import { nearest } from './nearest.ts'
import type { TemplateTexts } from './template.ts'
import { FIELD_PREFIX, VARIABLES } from './variables.ts'
import { DATE_STYLES } from './writer.ts'

export type Fields = ReadonlyMap<string, Field>

const MAX_ERRORS = 20
const variableNames = Object.keys(VARIABLES)

/**
 * What is wrong with a template before it may be saved, each at its member (`subject.en`, `body.cs`) with line and
 * column. Every language of a mail needs both texts, because one language is chosen for both.
 */
export function checkTemplate(template: TemplateTexts, fields: Fields): InputError[] {
  if (template.channel === 'sms') return checkText(template, fields)
  const errors: InputError[] = []
  for (const part of ['subject', 'body'] as const) {
    const other = part === 'subject' ? 'body' : 'subject'
    for (const [locale, source] of Object.entries(template[part])) {
      if (!source.trim()) continue
      const path = `${part}.${locale}`
      errors.push(...checkSource(source, fields).map((message) => ({ path, message })))
      if (!template[other][locale]?.trim()) {
        errors.push({
          path: `${other}.${locale}`,
          message: `a ${other} is needed, because there is a ${part} in ${locale}`,
        })
      }
    }
    if (!hasText(template[part]))
      errors.push({ path: part, message: `a ${part} is needed in one language at least` })
  }
  return errors
}

/** A text message has a body alone. */
function checkText({ subject, body }: TemplateTexts, fields: Fields): InputError[] {
  const errors: InputError[] = []
  if (hasText(subject))
    errors.push({ path: 'subject', message: 'a text message has no subject; leave it out or empty' })
  for (const [locale, source] of Object.entries(body)) {
    errors.push(...checkSource(source, fields).map((message) => ({ path: `body.${locale}`, message })))
  }
  if (!hasText(body)) errors.push({ path: 'body', message: 'a body is needed in one language at least' })
  return errors
}

/** What is wrong with one text, as English lines that begin with the place. */
export function checkSource(source: string, fields: Fields): string[] {
  const large = tooLarge(source)
  if (large) return [large]
  let template: Template[]
  try {
    template = parse(source)
  } catch (error) {
    return [syntaxError(source, error)]
  }
  const { variables, filters } = namesIn(template)
  const errors: string[] = []
  for (const named of [...variables, ...filters].toSorted((one, other) => one.at - other.at)) {
    const error = 'path' in named ? variableError(named.path, fields) : filterError(named)
    if (error) errors.push(`${placeOf(source, named.at)}: ${error}`)
    if (errors.length === MAX_ERRORS) break
  }
  return errors
}

/** What is wrong with a name, or `null`. */
export function variableError(path: NamedVariable['path'], fields: Fields): string | null {
  const [root, key, ...more] = path
  if (root === FIELD_PREFIX) {
    if (typeof key !== 'string' || more.length > 0) return 'a field is named by its key, like field.product'
    const field = fields.get(key)
    if (!field) return `there is no field ${key}${suggestion(key, fields.keys(), 'field.')}`
    return field.type === 'file' ? `the field ${key} names a file, and messages cannot print files` : null
  }
  const name = typeof root === 'string' ? root : ''
  if (!Object.hasOwn(VARIABLES, name)) {
    const meant = suggestion(name, variableNames)
    return `there is no variable ${name || 'of that name'}${meant || `; there are ${variableNames.join(', ')} and field.KEY`}`
  }
  return path.length > 1 ? `${name} has no parts to name` : null
}

function filterError({ name, style }: NamedFilter): string | null {
  const names: readonly string[] = filterNames()
  if (!names.includes(name)) {
    return `there is no filter ${name}${suggestion(name, names) || `; there are ${names.join(', ')}`}`
  }
  const styles: readonly string[] = DATE_STYLES
  if (name === 'date' && style !== null && !styles.includes(style)) {
    return `there is no style ${JSON.stringify(style)} of dates; there are ${styles.join(', ')}`
  }
  return null
}

/** The library's errors in our words. What is no error of the library's is nesting too deep for the stack. */
function syntaxError(source: string, error: unknown): string {
  const cause = LiquidError.is(error) ? (error.originalError ?? error) : error
  if (!LiquidError.is(error) || !(cause instanceof Error) || cause instanceof RangeError)
    return 'it is nested too deeply'
  const message = cause.message.replace(/, line:\d+, col:\d+$/, '')
  const place = placeOf(source, error.token.begin)
  const tag = /^tag "(.*)" not found$/.exec(message)?.[1]
  if (tag === undefined) return `${place}: ${message}`
  const known = TAGS.filter((name) => name !== '#')
  if (/^(?:end|els|when)/.test(tag)) return `${place}: nothing is open that ${tag} could belong to`
  return `${place}: there is no tag ${tag}${suggestion(tag, known) || `; there are ${known.join(', ')}`}`
}

function suggestion(word: string, words: Iterable<string>, prefix = ''): string {
  const meant = nearest(word, words)
  return meant === null ? '' : `; did you mean ${prefix}${meant}?`
}

function placeOf(source: string, at: number): string {
  const before = source.slice(0, at)
  const line = before.split('\n').length
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`
}

function hasText(texts: Texts): boolean {
  return Object.values(texts).some((text) => text.trim())
}
