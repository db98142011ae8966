import { isDeepStrictEqual } from 'node:util'
import { recordAudit } from '../audit/index.ts'
import { type InputError, invalid, Refusal } from '../base/index.ts'
import { NO_COMPANY } from '../company/index.ts'
import { joined, savepoint, type Tx } from '../db/index.ts'
import {
  beginConfigurationChange,
  cleanSettings,
  configurationWithin,
  type Ctx,
  type StatusPageChanges,
} from '../issue-types/index.ts'
import { openComposer } from '../messages/index.ts'
import { type Difference, differencesOf } from '../versions/index.ts'
import type { Content } from './content.ts'
import { loadContent } from './load-content.ts'
import { type Arriving, putThing, type TransferMeans } from './put-thing.ts'
import { type Thing, thingsOf } from './things.ts'

/** What an import does to one thing. */
export type Change = { target: string; do: 'create' | 'change' | 'keep'; differences: Difference[] }

/** What an import does, and why it cannot be done. */
export type Outcome = { changes: Change[]; errors: InputError[] }

/**
 * Puts all that a file holds in place, in one transaction; what the file does not hold stays.
 * @returns what was made, changed and kept
 * @throws Refusal `invalid-input` naming everything that stands in the way; then nothing is changed
 */
export async function importConfiguration(
  ctx: Ctx,
  means: TransferMeans,
  content: Content,
): Promise<Outcome> {
  const outcome = await carryIn(ctx, means, content, true)
  if (outcome.errors.length > 0) throw invalid(...outcome.errors)
  return outcome
}

/** What {@link importConfiguration} would do, found by doing it and undoing it. */
export function tryConfiguration(ctx: Ctx, means: TransferMeans, content: Content): Promise<Outcome> {
  return carryIn(ctx, means, content, false)
}

/** Ends a transaction of which nothing is to stay. */
class Undone extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('undone')
    this.outcome = outcome
  }
}

async function carryIn(
  ctx: Ctx,
  means: TransferMeans,
  content: Content,
  isToStay: boolean,
): Promise<Outcome> {
  // Before the transaction, which waits for nothing but the store.
  const { pages, errors: unclean } = await cleanPages(content)
  await openComposer()
  try {
    return await ctx.db.transaction(async (tx) => {
      const { changes, errors } = await putAll(ctx, tx, means, content, pages)
      const outcome = { changes, errors: [...unclean, ...errors].slice(0, MOST_ERRORS) }
      if (!isToStay || outcome.errors.length > 0) throw new Undone(outcome)
      await recordAudit(tx, ctx.clock(), {
        actor: ctx.actor,
        action: 'configuration.imported',
        target: 'configuration',
        after: changes.filter((change) => change.do !== 'keep').map((change) => change.target),
      })
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    throw error
  }
}

/** So many are named at most. */
export const MOST_ERRORS = 200

async function cleanPages(content: Content) {
  const pages = new Map<string, StatusPageChanges>()
  const errors: InputError[] = []
  for (const [index, { key, statusPage }] of content.issueTypes.entries()) {
    if (!statusPage) continue
    const cleaned = await cleanSettings(statusPage)
    pages.set(key, cleaned.changes)
    errors.push(...cleaned.errors.map(within(`issueTypes.${index}.statusPage`, null)))
  }
  return { pages, errors }
}

async function putAll(
  ctx: Ctx,
  tx: Tx,
  means: TransferMeans,
  file: Content,
  pages: Arriving['pages'],
): Promise<Outcome> {
  const { isSetUp, fields } = await beginConfigurationChange(tx)
  const inside: Ctx = { ...ctx, db: joined(ctx.db, tx), configuration: configurationWithin(tx) }
  const before = new Map(
    thingsOf(await loadContent(tx.query)).map(({ target, state }): [string, unknown] => [target, state]),
  )
  // Whether a store was set up is told by its company: without one the starter configuration would still come.
  if (!isSetUp) before.delete('company')
  const content = isSetUp ? file : { ...file, company: file.company ?? NO_COMPANY }
  const arriving: Arriving = { content, pages, firstField: fields.length }
  const changes: Change[] = []
  const errors: InputError[] = []
  const withoutType = new Set<string>()
  for (const thing of thingsOf(content)) {
    const change = changeOf(before.get(thing.target), pages, thing)
    changes.push(change)
    const belongs = thing.kind === 'part' || thing.kind === 'asset'
    if (change.do === 'keep' || (belongs && withoutType.has(thing.key))) continue
    try {
      await savepoint(tx, () => putThing(inside, means, arriving, thing))
    } catch (error) {
      errors.push(...errorsOf(error, thing))
      if (thing.kind === 'issue-type') withoutType.add(thing.key)
    }
  }
  return { changes, errors }
}

function changeOf(before: unknown, pages: Arriving['pages'], thing: Thing): Change {
  const { target } = thing
  if (before === undefined) return { target, do: 'create', differences: [] }
  const after = afterOf(before, thing.part === 'status-page' ? pages.get(thing.key) : thing.state, thing.part)
  if (isDeepStrictEqual(before, after)) return { target, do: 'keep', differences: [] }
  return { target, do: 'change', differences: differencesOf(before, after) }
}

/** A thing as its verb leaves it: some members stay as they are where a file leaves them out. */
function afterOf(before: unknown, given: unknown, part: string): unknown {
  if (!isPlain(before) || !isPlain(given)) return given
  if (part === 'status-page') return { ...before, ...given }
  return { ...('position' in before ? { position: before['position'] } : {}), ...given }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a verb refused, with paths in the file. */
function errorsOf(error: unknown, { path, member }: Thing): InputError[] {
  if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
  if (error.errors.length === 0) return [{ path, message: error.message }]
  return error.errors.map(within(path, member))
}

function within(path: string, member: string | null) {
  return ({ path: inner, message }: InputError): InputError => {
    const rest =
      member !== null && (inner === member || inner.startsWith(`${member}.`))
        ? inner.slice(member.length + 1)
        : inner
    return { path: rest === '' ? path : `${path}.${rest}`, message }
  }
}
