import { type InputError, refuseIfInvalid } from '../base/index.ts'
import type { Changes } from '../events/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration, Ctx, IssueType } from '../issue-types/index.ts'
import { type Changed, changeIssue } from './change-issue.ts'
import {
  checkContact,
  checkHandler,
  checkValues,
  type ContactInput,
  type HandlerInput,
} from './check-input.ts'
import { checkChosenDue } from './choose-due.ts'
import { differences } from './differences.ts'
import type { Issue } from './issue.ts'
import { revokeKeysOf } from './link-keys.ts'
import { namedFiles } from './queries.ts'

export type EditIssueInput = {
  locale?: string | undefined
  contact?: ContactInput | undefined
  values?: Readonly<Record<string, unknown>> | undefined
  due?: string | null | undefined
  handler?: HandlerInput
}

/**
 * Changes what is given of an issue and leaves the rest; a value of `null` takes it away. A new e-mail or phone ends
 * the customer's sessions.
 * @throws Refusal `invalid-input` naming every wrong member at once.
 */
export async function editIssue(
  ctx: Ctx,
  number: string,
  input: EditIssueInput,
  ifMatch?: string,
): Promise<Changed> {
  return changeIssue(ctx, number, ifMatch, async (issue, type, configuration, tx) => {
    const files = await namedFiles(tx.query, configuration, issue, input.values)
    const { errors, contact, values, chosen, handlerId } = checkEdit(
      ctx,
      configuration,
      type,
      issue,
      input,
      files,
    )
    refuseIfInvalid(errors)
    const sameContact = contact.emailKey === issue.emailKey && contact.phoneKey === issue.phoneKey
    const left = [
      ...(contact.emailKey === issue.emailKey ? [] : [issue.contact.email]),
      ...(contact.phoneKey === issue.phoneKey || issue.phoneKey === null ? [] : [issue.phoneKey]),
    ]
    await revokeKeysOf(tx, issue, left, ctx.clock())
    const next: Issue = {
      ...issue,
      ...contact,
      values,
      locale: input.locale ?? issue.locale,
      ...chosen,
      handlerId,
      contactVersion: issue.contactVersion + (sameContact ? 0 : 1),
    }
    const changes = differences(issue, next)
    const event = Object.keys(changes).length > 0 ? ({ kind: 'issue.field-changed', changes } as const) : null
    const shown = new Set(type.views['status-page'].map((line) => line.field))
    const isPublic = Object.entries(changes).some(
      ([field, change]) =>
        (shown.has(field) && !readsAlike(configuration, field, change)) ||
        (field === 'due' && shown.has('next')),
    )
    return { next, event, isPublic }
  })
}

/** Everything that is wrong with a change of an issue, and what is right of it. */
export function checkEdit(
  ctx: Ctx,
  configuration: Configuration,
  type: IssueType,
  issue: Issue,
  input: Sound<EditIssueInput>,
  files: ReadonlySet<string>,
) {
  const errors: InputError[] = []
  const country = ctx.settings.defaultCountry
  const contact = checkContact(input.contact ?? {}, issue.contact, country, errors)
  const values = checkValues(input.values ?? {}, issue.values, configuration, country, files, errors)
  const after = { values, locale: input.locale ?? issue.locale }
  const chosen = checkChosenDue(input.due, issue, after, type, ctx.clock(), errors)
  const handlerId = checkHandler(input.handler, issue.handlerId, configuration, errors)
  return { errors, contact, values, chosen, handlerId }
}

/** Whether customers read the same before and after: to them, users of one public name are one. */
function readsAlike(configuration: Configuration, field: string, { from, to }: Changes[string]): boolean {
  const publicName = (id: unknown) =>
    (typeof id === 'string' && configuration.userById.get(id)?.publicName) || ''
  const namesUsers = field === 'handler' || configuration.fieldByKey.get(field)?.type === 'user'
  return namesUsers && publicName(from) === publicName(to)
}
