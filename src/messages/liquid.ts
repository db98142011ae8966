import { CaptureTag, Context, type Emitter, Liquid, type Template, toValueSync } from 'liquidjs'
import { cleanValue } from './clean.ts'
import { LIQUID_FILTERS, printed } from './filters.ts'
import { blankMarks, END, STATUS_LINK, VALUE, withoutMarks } from './marks.ts'
import { Printed } from './printed.ts'
import { RENDERING, type Rendering, renderingOf } from './rendering.ts'
import { MAX_MESSAGE_BYTES } from './template.ts'

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

/** Longest value that a message prints, in UTF-16 units; what is longer is cut, with a warning. */
const MAX_VALUE = 50_000
/** Characters that filters may work on, and numbers that loops may count, in one rendering. */
const MAX_WORK = 1_000_000
const MAX_MILLISECONDS = 50

/** A template cannot become a message: it is broken, or it works or prints more than one may. */
export class UnrenderableTemplate extends Error {
  override readonly name = 'UnrenderableTemplate'
}

/** The parsed template; throws the library's error where its syntax is broken. Names are not checked here. */
export function parse(source: string): Template[] {
  return engine.parse(blankMarks(source))
}

/** What a parsed template prints, with every value between marks. Throws {@link UnrenderableTemplate}. */
export function render(template: Template[], variables: object, rendering: Rendering): string {
  // Without a prototype: names like `constructor` are not there.
  const scope: object = Object.assign(Object.create(null) as object, variables, { [RENDERING]: rendering })
  const emitter = new LimitedEmitter()
  const context = new Context(scope, engine.options, { sync: true }, { liquid: engine })
  try {
    toValueSync(engine.renderer.renderTemplates(template, context, emitter))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnrenderableTemplate(`The template cannot be rendered: ${reason}.`, { cause: error })
  }
  return emitter.buffer
}

class LimitedEmitter implements Emitter {
  buffer = ''

  write(part: unknown): void {
    this.buffer += String(part)
    if (this.buffer.length > MAX_MESSAGE_BYTES)
      throw new Error(`it prints more than ${MAX_MESSAGE_BYTES} bytes`)
  }
}

/** What was captured is a value like any other, without structure. */
class PlainCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const emitter = new LimitedEmitter()
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
    renderLimit: MAX_MILLISECONDS,
    memoryLimit: MAX_WORK,
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

function marked(value: unknown, rendering: Rendering): string {
  const name = value instanceof Printed ? Printed.nameOf(value) : null
  let text = printed(value)
  if (text === '' && name !== null) rendering.empty.add(name)
  if (text.length > MAX_VALUE) {
    text = `${text.slice(0, MAX_VALUE)}…`
    rendering.cut.add(name ?? 'a text')
  }
  return `${name === 'issue_status_url' ? STATUS_LINK : VALUE}${cleanValue(text)}${END}`
}
