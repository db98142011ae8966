import type { Kysely } from 'kysely'
import type { Schema } from '../db/index.ts'
import { type IssueType, loadConfiguration } from '../issue-types/index.ts'
import { loadTemplates } from '../messages/index.ts'
import { loadRules } from '../rules/index.ts'
import { loadWebhooks } from '../webhooks/index.ts'
import { type Content, contentSchema, FORMAT, FORMAT_VERSION } from './content.ts'

/** The configuration of a store as a file holds it: always in the same order, without users, tokens and secrets. */
export async function loadContent(query: Kysely<Schema>): Promise<Content> {
  const { company, calendars, fields, types } = await loadConfiguration(query)
  const assets = await loadAssets(query)
  const own = [...calendars.values()].filter(({ origin }) => origin !== 'product')
  const stored = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    company,
    ...(await loadLogo(query)),
    calendars: own.map(({ settings }) => settings).sort((one, two) => (one.key < two.key ? -1 : 1)),
    fields,
    issueTypes: types.map((type) => ({ ...contentOf(type), assets: assets.get(type.id) ?? [] })),
    messageTemplates: [...(await loadTemplates(query)).values()].map(({ id: _id, ...template }) => template),
    businessRules: await loadRules(query),
    webhooks: (await loadWebhooks(query)).map(({ id, name, url, events, issueType, fields: sent }) => {
      return { id, name, url, events, issueType, fields: sent, enabled: false }
    }),
  }
  // What an earlier release stored lacks members that have a default today. What today's rules do not take is written as
  // it is: whoever imports it is told.
  const read = contentSchema.safeParse(stored)
  return read.success ? read.data : (stored as unknown as Content)
}

function contentOf({ key, name, position, steps, numberPattern, deadlines, views, statusPage }: IssueType) {
  return { key, name, position, steps, numberSeries: numberPattern, deadlines, views, statusPage }
}

async function loadLogo(query: Kysely<Schema>) {
  const row = await query
    .selectFrom('company_logo')
    .select(['name', 'media_type', 'content'])
    .executeTakeFirst()
  return row ? { companyLogo: fileOf(row) } : {}
}

async function loadAssets(query: Kysely<Schema>) {
  const rows = await query
    .selectFrom('page_assets')
    .select(['issue_type_id', 'name', 'media_type', 'content'])
    .orderBy('id')
    .execute()
  const assets = Map.groupBy(rows, (row) => row.issue_type_id)
  return new Map([...assets].map(([typeId, ofType]) => [typeId, ofType.map(fileOf)]))
}

function fileOf({ name, media_type, content }: { name: string; media_type: string; content: Uint8Array }) {
  return { name, mediaType: media_type, content: Buffer.from(content).toString('base64') }
}
