import { dateIn, type InputError, newId, refuseIfInvalid } from '../base/index.ts'
import { isUniqueViolation, type Tx } from '../db/index.ts'
import { recordEvent } from '../events/index.ts'
import {
  type Configuration,
  type Ctx,
  holdConfiguration,
  type IssueType,
  makeNumber,
  usesSequence,
} from '../issue-types/index.ts'
import { checkContact, checkDue, checkValues, type ContactInput } from './check-input.ts'
import { type Issue, NO_DUE } from './issue.ts'
import { foldNumber } from './number.ts'
import { indexIssue } from './queries.ts'
import { nextSearchId } from './search.ts'

export type OpenIssueInput = {
  type: string
  /** Language of the customer; the installation's default where it is not known. */
  locale?: string | undefined
  contact?: ContactInput | undefined
  values?: Readonly<Record<string, unknown>> | undefined
  due?: string | null | undefined
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
  for (let tries = 1; ; tries++) {
    try {
      return await ctx.db.transaction((tx) => open(ctx, tx, input))
    } catch (error) {
      // Two processes drew the same number at the same moment: draw again.
      if (!isUniqueViolation(error) || tries >= 3) throw error
    }
  }
}

/** Everything that is wrong with the content of a new issue. */
export function checkNewIssue(ctx: Ctx, configuration: Configuration, input: OpenIssueInput) {
  const errors: InputError[] = []
  const type = configuration.typeByKey.get(input.type)
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
  const values = checkValues(input.values ?? {}, {}, configuration, country, errors)
  checkDue(input.due, errors)
  return { errors, type, first, contact, values }
}

async function open(
  ctx: Ctx,
  tx: Tx,
  input: OpenIssueInput,
): Promise<{ issue: Issue; configuration: Configuration }> {
  const configuration = await holdConfiguration(tx, ctx.configuration)
  const { errors, type, first, contact, values } = checkNewIssue(ctx, configuration, input)
  refuseIfInvalid(errors)
  if (!type || !first) throw new Error('unreachable: a missing type is among the errors')

  const at = input.createdAt ?? ctx.clock()
  const number = await drawNumber(ctx, tx, type, at, input.random)
  const issue: Issue = {
    id: newId(at),
    number,
    typeId: type.id,
    step: first.key,
    category: first.category,
    locale: input.locale ?? ctx.settings.defaultLocale,
    ...contact,
    contactVersion: 1,
    values,
    due: input.due ?? null,
    trail: [[first.key, at]],
    version: 1,
    searchId: await nextSearchId(tx),
    createdAt: at,
    changedAt: at,
    publicChangedAt: at,
  }
  await tx.query
    .insertInto('issues')
    .values({
      id: issue.id,
      number,
      number_key: foldNumber(number) ?? number,
      issue_type_id: type.id,
      step: issue.step,
      category: issue.category,
      locale: issue.locale,
      contact_name: issue.contact.name,
      contact_email: issue.contact.email,
      contact_phone: issue.contact.phone,
      email_key: issue.emailKey,
      phone_key: issue.phoneKey,
      contact_version: 1,
      field_values: JSON.stringify(values),
      due: issue.due ?? NO_DUE,
      trail: JSON.stringify(issue.trail),
      version: 1,
      search_id: issue.searchId,
      created_at: at,
      changed_at: at,
      public_changed_at: at,
    })
    .execute()
  await indexIssue(tx, configuration, issue, true)
  await recordEvent(tx, {
    issueId: issue.id,
    actor: ctx.actor,
    at,
    event: { kind: 'issue.created', step: first.key },
  })
  return { issue, configuration }
}

const MAX_DRAWS = 50

/** A number that no issue has: the next of the sequence, drawn again where it clashes. Gaps are allowed. */
async function drawNumber(
  ctx: Ctx,
  tx: Tx,
  type: IssueType,
  at: number,
  random: OpenIssueInput['random'],
): Promise<string> {
  const year = Number(dateIn(ctx.settings.timeZone, at).slice(0, 4))
  for (let draws = 0; draws < MAX_DRAWS; draws++) {
    const sequence = usesSequence(type.numberPattern) ? await nextInSequence(tx, type.id, year) : 0
    const number = makeNumber(type.numberPattern, year, sequence, random)
    const taken = await tx.query
      .selectFrom('issues')
      .select('id')
      .where('number_key', '=', foldNumber(number) ?? number)
      .executeTakeFirst()
    if (!taken) return number
  }
  throw new Error(`no free number was found for ${type.key} in ${MAX_DRAWS} draws`)
}

async function nextInSequence(tx: Tx, typeId: string, year: number): Promise<number> {
  const counter = await tx.query
    .insertInto('number_counters')
    .values({ issue_type_id: typeId, year, value: 1 })
    .onConflict((oc) =>
      oc
        .columns(['issue_type_id', 'year'])
        .doUpdateSet((eb) => ({ value: eb('number_counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return counter.value
}
