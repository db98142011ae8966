import { sql } from 'kysely'
import { notFound } from '../base/index.ts'
import type { Database, Schema } from '../db/index.ts'
import type { Delivery, DeliveryReport, DeliveryState } from './delivery.ts'

export type DeliveryFilter = {
  /** An issue's number as it is compared; null matches nothing. */
  issue?: string | null
  state?: DeliveryState | undefined
  channel?: Schema['deliveries']['channel'] | undefined
}

function deliveries(read: Database['read']) {
  return read
    .selectFrom('deliveries')
    .innerJoin('issues', 'issues.id', 'deliveries.issue_id')
    .select([
      'deliveries.id',
      'issues.id as issueId',
      'issues.number as issueNumber',
      'deliveries.rule_id as ruleId',
      'deliveries.template_key as templateKey',
      'deliveries.unique_key as uniqueKey',
      'deliveries.channel',
      'deliveries.recipient as to',
      'deliveries.locale',
      'deliveries.state',
      'deliveries.attempts',
      'deliveries.next_at as nextAt',
      'deliveries.created_at as createdAt',
      'deliveries.settled_at as settledAt',
      'deliveries.last_error as error',
      'deliveries.subject',
      'deliveries.text',
      'deliveries.html',
      'deliveries.segments',
      'deliveries.report',
      'deliveries.reported_at as reportedAt',
    ])
}

/** The newest deliveries before a given id (all when null) that match, newest first. */
export async function findDeliveries(
  db: Database,
  filter: DeliveryFilter,
  before: string | null,
  limit: number,
): Promise<Delivery[]> {
  let query = deliveries(db.read).orderBy('deliveries.id', 'desc').limit(limit)
  if (before) query = query.where('deliveries.id', '<', before)
  // Written out, so that the planner sees which of the indexes over one state serves.
  if (filter.state) query = query.where('deliveries.state', '=', sql.lit(filter.state))
  if (filter.channel) query = query.where('deliveries.channel', '=', filter.channel)
  if (filter.issue !== undefined) {
    const issue = await db.read
      .selectFrom('issues')
      .select('id')
      .where('number_key', '=', filter.issue ?? '')
      .executeTakeFirst()
    if (!issue) return []
    query = query.where('deliveries.issue_id', '=', issue.id)
  }
  return (await query.execute()).map(deliveryOf)
}

/** How many deliveries there are in each state, zero where there are none. */
export async function countDeliveries(db: Database): Promise<Record<DeliveryState, number>> {
  const rows = await db.read
    .selectFrom('deliveries')
    .select(['state', (eb) => eb.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  const counts: Record<DeliveryState, number> = { pending: 0, sent: 0, failed: 0, dead: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

/** @throws Refusal `not-found` */
export async function readDelivery(read: Database['read'], id: string): Promise<Delivery> {
  const row = await deliveries(read).where('deliveries.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('delivery')
  return deliveryOf(row)
}

type DeliveryRow = Omit<Delivery, 'report'> & { report: string | null; reportedAt: number | null }

function deliveryOf({ report, reportedAt, ...row }: DeliveryRow): Delivery {
  if (report === null || reportedAt === null) return { ...row, report: null }
  return { ...row, report: { ...storedReport(report), at: reportedAt } }
}

/** The column holds only what was checked when it was written. */
function storedReport(json: string): Omit<DeliveryReport, 'at'> {
  return JSON.parse(json) as Omit<DeliveryReport, 'at'>
}

/** Which of these issues there are. */
export async function knownIssues(db: Database, issueIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (issueIds.length === 0) return new Set()
  const rows = await db.read.selectFrom('issues').select('id').where('id', 'in', issueIds).execute()
  return new Set(rows.map(({ id }) => id))
}
