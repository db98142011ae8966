import {
  CaptureTag,
  Context,
  defaultOperators,
  type Emitter,
  Liquid,
  type Operators,
  type Template,
  toValueSync,
} from 'liquidjs'
import { cleanValue } from './clean.ts'
import { LIQUID_FILTERS, printed } from './filters.ts'
import { blankMarks, END, STATUS_LINK, VALUE, withoutMarks } from './marks.ts'
import { Printed } from './printed.ts'
import { charge, MAX_VALUE, RENDERING, type Rendering, renderingOf } from './rendering.ts'
import {
  MAX_ADDRESSES,
  MAX_LINES,
  MAX_MESSAGE_BYTES,
  MAX_PART,
  MAX_PARTS,
  MAX_TEMPLATE_BYTES,
} from './template.ts'

export type { Template } from 'liquidjs'

/** All tags of message templates. Of the library's others some read files, some print without marks. */
export const TAGS = [
  'if',
  'unless',
  'case',
  'for',
  'break',
  'continue',
  'assign',
  'capture',
  'comment',
  '#',
] as const

/** Pieces that one rendering may print or decide: it counts and does not look at the clock, which a busy machine stops. */
const MAX_STEPS = 20_000
/** Characters that conditions and filters may work on, and numbers that loops may count, in one rendering. */
const MAX_WORK = 1_000_000

/** A template cannot become a message: it is broken, or it works or prints more than one may. */
export class UnrenderableTemplate extends Error {
  override readonly name = 'UnrenderableTemplate'
}

/** What a text has too much of, before it is parsed; `null` where it may be. */
export function tooLarge(source: string): string | null {
  if (Buffer.byteLength(source) > MAX_TEMPLATE_BYTES) return `at most ${MAX_TEMPLATE_BYTES} bytes are allowed`
  if (hasMore(source, /\{[{%]/, MAX_PARTS)) return `at most ${MAX_PARTS} tags and outputs are allowed`
  if (longestPart(source) > MAX_PART) return `at most ${MAX_PART} characters are allowed in one tag or output`
  if (hasMore(source, /https:\/\//, MAX_ADDRESSES)) return `at most ${MAX_ADDRESSES} addresses are allowed`
  if (hasMore(source, /\n/, MAX_LINES)) return `at most ${MAX_LINES} lines are allowed`
  return null
}

/** Characters of the longest tag or output; of one that does not end the parser says so. */
function longestPart(source: string): number {
  const [, ...parts] = source.split(/\{[{%]/)
  return Math.max(0, ...parts.map((part) => part.search(/[}%]\}/)))
}

function hasMore(source: string, part: RegExp, most: number): boolean {
  return source.split(part, most + 2).length > most + 1
}

/** The parsed template; throws the library's error where its syntax is broken. Names are not checked here. */
export function parse(source: string): Template[] {
  return engine.parse(blankMarks(source))
}

/** What a parsed template prints, with every value between marks. Throws {@link UnrenderableTemplate}. */
export function render(template: Template[], variables: object, rendering: Rendering): string {
  // Without a prototype: names like `constructor` are not there.
  const scope: object = Object.assign(Object.create(null) as object, variables, { [RENDERING]: rendering })
  const emitter = new LimitedEmitter(MAX_MESSAGE_BYTES)
  const context = new Context(scope, engine.options, { sync: true }, { liquid: engine })
  let steps = 0
  // The engine asks before every piece whether the time is up.
  context.renderLimit.check = () => {
    if (++steps > MAX_STEPS) throw new Error(`more than ${MAX_STEPS} steps are taken`)
  }
  try {
    toValueSync(engine.renderer.renderTemplates(template, context, emitter))
  } catch (error) {
    throw new UnrenderableTemplate(`The template cannot be rendered: ${reasonOf(error)}.`, { cause: error })
  }
  return emitter.buffer
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message
    .replace('memory alloc limit exceeded', `more than ${MAX_WORK} characters are worked on`)
    .replace(/, line:(\d+), col:(\d+)/, ' (line $1, column $2)')
}

class LimitedEmitter implements Emitter {
  buffer = ''
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  write(part: unknown): void {
    this.buffer += String(part)
    if (this.buffer.length > this.#limit) throw new Error(`more than ${this.#limit} characters are printed`)
  }
}

/** What was captured is a value like any other, without structure. */
class PlainCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const emitter = new LimitedEmitter(MAX_VALUE)
    const scope: Record<string, unknown> = context.bottom()
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter)
    scope[this.variable] = withoutMarks(emitter.buffer)
  }
}

const engine = openEngine()

function openEngine(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    // Names are checked when a template is saved. One that went away since does nothing, and is warned of.
    strictFilters: false,
    strictVariables: false,
    // In the place of the file system.
    templates: {},
    parseLimit: MAX_MESSAGE_BYTES,
    memoryLimit: MAX_WORK,
    operators: Object.fromEntries(Object.entries(defaultOperators).map(counted)),
    outputEscape(this: { context: Context }, value: unknown) {
      return marked(value, renderingOf(this.context))
    },
  })
  const known: readonly string[] = TAGS
  for (const name of Object.keys(liquid.tags)) if (!known.includes(name)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name)
  for (const [name, filter] of LIQUID_FILTERS) liquid.registerFilter(name, filter)
  liquid.registerTag('capture', PlainCapture)
  return liquid
}

type Operator = (one: unknown, two: unknown, three: unknown) => ReturnType<Operators[string]>

/** An operator of the library's, that counts what it reads. The last of what it is given is the context. */
function counted([name, operator]: [string, Operators[string]]): [string, Operators[string]] {
  const count: Operator = (one, two, three) => {
    charge((three ?? two) as Context, lengthOf(one) + lengthOf(two))
    return (operator as Operator)(one, two, three)
  }
  return [name, count]
}

function lengthOf(value: unknown): number {
  const plain = value instanceof Printed ? value.valueOf() : value
  return typeof plain === 'string' ? plain.length : 1
}

function marked(value: unknown, rendering: Rendering): string {
  const name = value instanceof Printed ? Printed.nameOf(value) : null
  const text = printed(value)
  if (text === '' && name !== null) rendering.empty.add(name)
  if (value instanceof Printed && Printed.isCut(value)) rendering.cut.add(Printed.nameOf(value))
  return `${name === 'issue_status_url' ? STATUS_LINK : VALUE}${cleanValue(text)}${END}`
}
