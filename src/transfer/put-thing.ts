import { Refusal } from '../base/index.ts'
import {
  addPageAsset,
  type Ctx,
  type FieldIndex,
  restoreCalendar,
  restoreCompany,
  restoreField,
  restoreIssueType,
  saveStatusPage,
  setCompanyLogo,
  setDeadlines,
  type StatusPageChanges,
} from '../issue-types/index.ts'
import { restoreTemplate, type TemplateTraces } from '../messages/index.ts'
import { restoreRule } from '../rules/index.ts'
import { loadWebhooks, restoreWebhook, type WebhookMeans, type WebhookTraces } from '../webhooks/index.ts'
import type { Content } from './content.ts'
import type { Thing } from './things.ts'

/** What the verbs that put things in place ask, besides who asks. */
export type TransferMeans = {
  fieldIndex: FieldIndex
  webhookMeans: WebhookMeans
  templateNamedIn: TemplateTraces
  webhookNamedIn: WebhookTraces
}

/** A file on its way in: what is looked up of it while its things are put in place. */
export type Arriving = {
  content: Content
  /** Settings of status pages as they were cleaned, by key of the type. */
  pages: ReadonlyMap<string, StatusPageChanges>
  /** Where the first of the file's fields comes in the order of fields. */
  firstField: number
}

/**
 * Puts a thing in place by the verb that its route uses, made or changed.
 * @throws Refusal `invalid-input` or `conflict` with paths as the verb knows them
 */
export async function putThing(
  ctx: Ctx,
  means: TransferMeans,
  arriving: Arriving,
  thing: Thing,
): Promise<void> {
  const { kind, key, part, state } = thing
  const input = { key, part, state, ifMatch: undefined }
  switch (kind) {
    case 'company':
      return restoreCompany(ctx, input)
    case 'company-logo':
      return putLogo(ctx, arriving)
    case 'calendar':
      return restoreCalendar(ctx, input)
    case 'field':
      return restoreField(ctx, input, means.fieldIndex, arriving.firstField + indexOf(thing))
    case 'issue-type':
      return putType(ctx, arriving, thing)
    case 'part':
      return putPart(ctx, arriving, thing)
    case 'asset':
      return putAsset(ctx, arriving, thing)
    case 'message-template':
      return restoreTemplate(ctx, input, means.templateNamedIn)
    case 'business-rule':
      return restoreRule(ctx, input)
    case 'webhook':
      return restoreWebhook(ctx, means.webhookMeans, await switched(ctx, input), means.webhookNamedIn)
  }
}

async function putLogo(ctx: Ctx, { content: { companyLogo } }: Arriving): Promise<void> {
  if (companyLogo) await setCompanyLogo(ctx, companyLogo.name, Buffer.from(companyLogo.content, 'base64'))
}

async function putType(ctx: Ctx, { pages }: Arriving, { key, state }: Thing): Promise<void> {
  const identifier = pages.get(key)?.identifier
  const page = identifier === undefined ? {} : { statusPage: { identifier } }
  const whole = { ...(state as object), ...page }
  await restoreIssueType(ctx, { key, part: '', state: whole, ifMatch: undefined })
}

async function putPart(ctx: Ctx, arriving: Arriving, thing: Thing): Promise<void> {
  const { key, part, member, state } = thing
  if (part === 'status-page') return saveStatusPage(ctx, key, arriving.pages.get(key) ?? {})
  if (part === 'steps') await dropDeadlinesOfGoneSteps(ctx, arriving, key)
  const body = member === null ? state : { [member]: state }
  await restoreIssueType(ctx, { key, part, state: body, ifMatch: undefined })
}

/** A deadline rule that starts at a step which goes would keep it, though the file replaces the rule too. */
async function dropDeadlinesOfGoneSteps(ctx: Ctx, { content }: Arriving, key: string): Promise<void> {
  const { steps = [], deadlines } = content.issueTypes.find((type) => type.key === key) ?? {}
  const stored = (await ctx.configuration.current()).typeByKey.get(key)
  if (!stored || deadlines === undefined) return
  const kept = new Set(steps.map((step) => step.key))
  const still = stored.deadlines.filter(({ start }) => start.on !== 'step' || kept.has(start.step))
  if (still.length < stored.deadlines.length) await setDeadlines(ctx, key, still)
}

async function putAsset(ctx: Ctx, { content }: Arriving, thing: Thing): Promise<void> {
  const asset = content.issueTypes.find((type) => type.key === thing.key)?.assets[indexOf(thing)]
  if (!asset) throw new Refusal('conflict', 'There is no such file.')
  await addPageAsset(ctx, thing.key, asset.name, Buffer.from(asset.content, 'base64'))
}

/** A webhook that is there stays on or off as it is. */
async function switched<Input extends { key: string; state: unknown }>(
  ctx: Ctx,
  input: Input,
): Promise<Input> {
  const stored = (await loadWebhooks(ctx.db.read)).find(({ id }) => id === input.key)
  return { ...input, state: { ...(input.state as object), enabled: stored?.enabled ?? false } }
}

function indexOf({ path }: Thing): number {
  return Number(path.split('.').at(-1))
}
