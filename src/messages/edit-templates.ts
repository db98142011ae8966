import { recordAudit } from '../audit/index.ts'
import { etagOf, type InputError, matches, newId, notFound, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { beginConfigurationChange, type Ctx } from '../issue-types/index.ts'
import { openComposer } from './open-composer.ts'
import { loadTemplates } from './template-queries.ts'
import type { MessageTemplate, TemplateChannel } from './template.ts'

export type TemplateInput = Omit<MessageTemplate, 'id'>

/** Where a template is named, in words for whoever wants to delete it; asked within the transaction. */
export type TemplateTraces = (tx: Tx, key: string) => Promise<readonly string[]>

/** @throws Refusal `conflict` when the key is taken, `invalid-input` with line and column of what is wrong. */
export async function createTemplate(ctx: Ctx, input: TemplateInput): Promise<MessageTemplate> {
  const { checkTemplate } = await openComposer()
  return ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    refuseIfInvalid(checkTemplate(input, configuration.fieldByKey))
    const template = await insertTemplate(ctx, tx, input)
    await audit(ctx, tx, 'message-template.created', null, template)
    return template
  })
}

export async function insertTemplate(ctx: Ctx, tx: Tx, input: TemplateInput): Promise<MessageTemplate> {
  const now = ctx.clock()
  const templates = await loadTemplates(tx.query)
  if (templates.has(input.key)) {
    throw new Refusal('conflict', `There is a message template with the key ${input.key} already.`)
  }
  const template = { ...input, id: newId(now) }
  await tx.query
    .insertInto('message_templates')
    .values({
      id: template.id,
      key: template.key,
      ...columns(template),
      position: templates.size,
      version: 1,
      created_at: now,
      changed_at: now,
    })
    .execute()
  return template
}

/** Replaces name and texts of a template; its key and its channel stay. */
export async function editTemplate(
  ctx: Ctx,
  key: string,
  input: Omit<TemplateInput, 'key' | 'channel'> & { channel?: TemplateChannel | undefined },
  ifMatch?: string,
): Promise<MessageTemplate> {
  const { checkTemplate } = await openComposer()
  return ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = await templateIn(tx, key)
    matches(ifMatch, etagOf(before))
    const after = { ...before, ...input, channel: before.channel }
    refuseIfInvalid([
      ...checkTemplate(after, configuration.fieldByKey),
      ...channelProblems(before.channel, input.channel),
    ])
    await tx.query
      .updateTable('message_templates')
      .set((eb) => ({ ...columns(after), version: eb('version', '+', 1), changed_at: ctx.clock() }))
      .where('key', '=', key)
      .execute()
    await audit(ctx, tx, 'message-template.changed', before, after)
    return after
  })
}

/** Rules that name a template count on what it leaves by. */
export function channelProblems(channel: TemplateChannel, wanted: TemplateChannel | undefined): InputError[] {
  if (wanted === undefined || wanted === channel) return []
  return [{ path: 'channel', message: `it is ${channel} and stays so; make another template for ${wanted}` }]
}

/** @throws Refusal `conflict` while a rule names the template. */
export async function deleteTemplate(
  ctx: Ctx,
  key: string,
  namedIn: TemplateTraces,
  ifMatch?: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await beginConfigurationChange(tx)
    const template = await templateIn(tx, key)
    matches(ifMatch, etagOf(template))
    const named = await namedIn(tx, key)
    if (named.length > 0) throw new Refusal('conflict', `The template is in use: ${named.join(', ')}.`)
    await tx.query.deleteFrom('message_templates').where('key', '=', key).execute()
    await audit(ctx, tx, 'message-template.deleted', template, null)
  })
}

/** The templates that name a field, in words for whoever wants to delete the field. */
export async function templatesWithField(tx: Tx, key: string): Promise<string[]> {
  // Keys of fields are letters, digits and low lines.
  const named = new RegExp(`\\bfield\\s*(\\.\\s*${key}\\b|\\[\\s*["']${key}["']\\s*\\])`)
  const templates = [...(await loadTemplates(tx.query)).values()]
  return templates
    .filter(({ subject, body }) =>
      [...Object.values(subject), ...Object.values(body)].some((text) => named.test(text)),
    )
    .map((template) => `message template ${template.key}`)
}

async function templateIn(tx: Tx, key: string): Promise<MessageTemplate> {
  const template = (await loadTemplates(tx.query)).get(key)
  if (!template) throw notFound('message template')
  return template
}

function columns({ channel, name, subject, body }: MessageTemplate) {
  return { channel, name, subject: JSON.stringify(subject), body: JSON.stringify(body) }
}

async function audit(
  ctx: Ctx,
  tx: Tx,
  action: string,
  before: MessageTemplate | null,
  after: MessageTemplate | null,
): Promise<void> {
  const target = `message-template:${(after ?? before)?.key}`
  await recordAudit(tx, ctx.clock(), {
    actor: ctx.actor,
    restores: ctx.restores,
    action,
    target,
    before,
    after,
  })
}
