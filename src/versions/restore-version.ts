import { Refusal } from '../base/index.ts'
import {
  type Ctx,
  type FieldIndex,
  type RestoreInput,
  restoreCalendar,
  restoreCompany,
  restoreField,
  restoreIssueType,
} from '../issue-types/index.ts'
import { restoreTemplate, type TemplateTraces } from '../messages/index.ts'
import { restoreRule } from '../rules/index.ts'
import { restoreWebhook, type WebhookMeans, type WebhookTraces } from '../webhooks/index.ts'
import { partsOf, type Version } from './version.ts'

/** What the verbs that put things back ask, besides who asks. */
export type RestoreMeans = {
  fieldIndex: FieldIndex
  webhookMeans: WebhookMeans
  templateNamedIn: TemplateTraces
  webhookNamedIn: WebhookTraces
}

/** Where a thing stands in the API, and what came back only in part. */
export type Restored = { target: string; url: string; notes: string[] }

/**
 * Puts the thing of a version back as it was after its change, or before it, by the same verbs as its routes.
 * @throws Refusal `invalid-input` or `conflict` that names what stands in the way
 */
export async function restoreVersion(
  ctx: Ctx,
  means: RestoreMeans,
  version: Version,
  which: 'before' | 'after',
  ifMatch?: string,
): Promise<Restored> {
  const { kind, key, part } = partsOf(version.target)
  const input: RestoreInput = { key, part, state: version[which], ifMatch }
  const restoring = { ...ctx, restores: version.id }
  await restoreKind(restoring, means, kind, input)
  return { target: version.target, url: urlOf(kind, key, part), notes: notesOn(version, which) }
}

function restoreKind(ctx: Ctx, means: RestoreMeans, kind: string, input: RestoreInput): Promise<void> {
  switch (kind) {
    case 'issue-type':
      return restoreIssueType(ctx, input)
    case 'field':
      return restoreField(ctx, input, means.fieldIndex)
    case 'calendar':
      return restoreCalendar(ctx, input)
    case 'company':
      return restoreCompany(ctx, input)
    case 'message-template':
      return restoreTemplate(ctx, input, means.templateNamedIn)
    case 'business-rule':
      return restoreRule(ctx, input)
    case 'webhook':
      return restoreWebhook(ctx, means.webhookMeans, input, means.webhookNamedIn)
    default:
      throw new Refusal('conflict', `A thing of the kind ${kind} cannot be put back.`)
  }
}

const COLLECTIONS: Readonly<Record<string, string>> = {
  'issue-type': 'issue-types',
  field: 'fields',
  calendar: 'calendars',
  'message-template': 'message-templates',
  'business-rule': 'business-rules',
  webhook: 'webhooks',
}

function urlOf(kind: string, key: string, part: string): string {
  const path = [COLLECTIONS[kind] ?? kind, key, part].filter((piece) => piece !== '').join('/')
  return `/api/v1/${path}`
}

const NOTES: Readonly<Record<string, string>> = {
  'issue-type.deleted':
    'Files of the status page, like its icon, were deleted with the type: upload them again.',
  'field.deleted': 'The values that issues had of the field were deleted with it, and do not come back.',
  'webhook.deleted': 'The webhook is switched off and has another secret: rotate it, then switch it on.',
}

function notesOn({ action }: Version, which: 'before' | 'after'): string[] {
  const note = which === 'before' ? NOTES[action] : undefined
  return note === undefined ? [] : [note]
}
