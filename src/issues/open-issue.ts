import { dateIn, type InputError, newId, refuseIfInvalid } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { recordEvent } from '../events/index.ts'
import type { Sound } from '../http/index.ts'
import {
  type Configuration,
  type Ctx,
  holdConfiguration,
  type IssueType,
  makeNumber,
  usesSequence,
} from '../issue-types/index.ts'
import {
  checkContact,
  checkDue,
  checkHandler,
  checkValues,
  type ContactInput,
  type HandlerInput,
} from './check-input.ts'
import { byHand } from './deadline.ts'
import { deadlineBasis, followDeadline } from './follow-deadline.ts'
import { type Issue, newIssueRow } from './issue.ts'
import { indexIssue } from './queries.ts'
import { nextSearchId } from './search.ts'
import { noteTimeFacts } from './time-facts.ts'
import { turningPoints } from './turning-points.ts'

export type OpenIssueInput = {
  type: string
  /** Language of the customer; the installation's default where it is not known. */
  locale?: string | undefined
  contact?: ContactInput | undefined
  values?: Readonly<Record<string, unknown>> | undefined
  due?: string | null | undefined
  handler?: HandlerInput
  /** When it was made, UTC milliseconds; now where it is not given. */
  createdAt?: number | undefined
  /** Draws the random symbols of the number (base 32); only a demo, which must come out the same twice, gives it. */
  random?: (length: number) => string
}

/**
 * Opens an issue at its type's first step. Only the type is needed: required fields bind later steps.
 * @throws Refusal `invalid-input` naming every wrong member at once.
 */
export async function openIssue(
  ctx: Ctx,
  input: OpenIssueInput,
): Promise<{ issue: Issue; configuration: Configuration }> {
  return ctx.db.transaction((tx) => open(ctx, tx, input))
}

/** An issue gets its files when it is there. */
const NO_FILES: ReadonlySet<string> = new Set()

/** Everything that is wrong with the content of a new issue, and what is right of it. */
export function checkNewIssue(ctx: Ctx, configuration: Configuration, input: Sound<OpenIssueInput>) {
  const errors: InputError[] = []
  const type = configuration.typeByKey.get(input.type ?? '')
  const first = type?.steps[0]
  if (!type || !first) {
    const known = configuration.types.map((candidate) => candidate.key).join(', ')
    errors.push({
      path: 'type',
      message: `there is no issue type ${input.type}; known are ${known || 'none'}`,
    })
  }
  const country = ctx.settings.defaultCountry
  const contact = checkContact(input.contact ?? {}, { name: '', email: '', phone: '' }, country, errors)
  const values = checkValues(input.values ?? {}, {}, configuration, country, NO_FILES, errors)
  const due = checkDue(input.due, null, errors)
  const handlerId = checkHandler(input.handler, null, configuration, errors)
  return { errors, type, first, contact, values, due, handlerId }
}

async function open(
  ctx: Ctx,
  tx: Tx,
  input: OpenIssueInput,
): Promise<{ issue: Issue; configuration: Configuration }> {
  const configuration = await holdConfiguration(tx, ctx.configuration)
  const { errors, type, first, contact, values, due, handlerId } = checkNewIssue(ctx, configuration, input)
  refuseIfInvalid(errors)
  if (!type || !first) throw new Error('unreachable: a missing type is among the errors')

  const at = input.createdAt ?? ctx.clock()
  const draft: Omit<Issue, 'number'> = {
    id: newId(at),
    typeId: type.id,
    step: first.key,
    category: first.category,
    locale: input.locale ?? ctx.settings.defaultLocale,
    ...contact,
    contactVersion: 1,
    handlerId,
    values,
    due,
    deadline: due === null ? null : byHand(due, at),
    waitingSince: first.category === 'waiting' ? at : null,
    unansweredSince: null,
    trail: [[first.key, at]],
    version: 1,
    searchId: await nextSearchId(tx),
    createdAt: at,
    changedAt: at,
    publicChangedAt: at,
  }
  const basis = deadlineBasis(ctx.settings, configuration, type)
  const followed = followDeadline(null, { ...draft, number: '' }, basis, at)
  const issue = await insertNumbered(ctx, tx, type, followed.issue, input.random)
  await indexIssue(tx, configuration, issue, true)
  await noteTimeFacts(ctx, tx, null, issue)
  await recordEvent(tx, {
    issueId: issue.id,
    actor: ctx.actor,
    at,
    cause: ctx.cause,
    event: { kind: 'issue.created', step: first.key },
  })
  return { issue, configuration }
}

const MAX_DRAWS = 60

/**
 * Writes an issue under a number that no other has, drawn again where it clashes; two who draw the same at one moment
 * wait for each other. Behind a run of taken numbers the sequence is left by growing steps: gaps are allowed.
 */
async function insertNumbered(
  ctx: Ctx,
  tx: Tx,
  type: IssueType,
  draft: Omit<Issue, 'number'>,
  random: OpenIssueInput['random'],
): Promise<Issue> {
  const year = Number(dateIn(ctx.settings.timeZone, draft.createdAt).slice(0, 4))
  const counts = usesSequence(type.numberPattern)
  for (let draws = 0; draws < MAX_DRAWS; draws++) {
    const sequence = counts ? await nextInSequence(tx, type.id, year, 2 ** Math.max(0, draws - 10)) : 0
    const issue = { ...draft, number: makeNumber(type.numberPattern, year, sequence, random) }
    const inserted = await tx.query
      .insertInto('issues')
      .values(newIssueRow(issue, turningPoints(type, issue.trail)))
      .onConflict((oc) => oc.column('number_key').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 1n) return issue
  }
  throw new Error(`no free number was found for ${type.key} in ${MAX_DRAWS} draws`)
}

async function nextInSequence(tx: Tx, typeId: string, year: number, step: number): Promise<number> {
  const counter = await tx.query
    .insertInto('number_counters')
    .values({ issue_type_id: typeId, year, value: 1 })
    .onConflict((oc) =>
      oc
        .columns(['issue_type_id', 'year'])
        .doUpdateSet((eb) => ({ value: eb('number_counters.value', '+', step) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return counter.value
}
