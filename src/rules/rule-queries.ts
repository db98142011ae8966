import type { Kysely, SelectQueryBuilder } from 'kysely'
import { DAY } from '../base/index.ts'
import type { Database, Schema } from '../db/index.ts'
import type { ArmedAt } from './evaluate.ts'
import type { Rule } from './rule.ts'

/** All rules, in the order in which they run. */
export async function loadRules(query: Kysely<Schema>): Promise<Rule[]> {
  const rows = await query
    .selectFrom('business_rules')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(ruleFromRow)
}

/** Since when each rule waits for what time brings. */
export async function loadArmedAt(query: Kysely<Schema>): Promise<ArmedAt> {
  const rows = await query.selectFrom('business_rules').select(['id', 'armed_at']).execute()
  return new Map(rows.map((row) => [row.id, row.armed_at]))
}

export function ruleFromRow(row: Schema['business_rules']): Rule {
  return {
    id: row.id,
    name: row.name,
    enabled: row.enabled === 1,
    issueType: row.issue_type_key,
    trigger: stored(row.trigger_on),
    condition: row.condition === null ? null : stored(row.condition),
    actions: stored(row.actions),
    stop: row.stop === 1,
    once: row.once === 1,
    position: row.position,
  }
}

export function ruleColumns(rule: Rule) {
  return {
    name: rule.name,
    enabled: rule.enabled ? 1 : 0,
    issue_type_key: rule.issueType,
    trigger_on: JSON.stringify(rule.trigger),
    condition: rule.condition === null ? null : JSON.stringify(rule.condition),
    actions: JSON.stringify(rule.actions),
    stop: rule.stop ? 1 : 0,
    once: rule.once ? 1 : 0,
    position: rule.position,
  }
}

/** What became of one action of a rule. */
export type ActionOutcome = {
  do: string
  /** `skipped`: there was nobody to write to, or it had been done already. */
  result: 'done' | 'skipped' | 'failed'
  /** Why it was skipped or failed. */
  because: string | null
  deliveries: readonly string[]
}

/** One time that a rule fired. */
export type RuleRun = {
  id: string
  eventId: string
  issue: string
  actions: readonly ActionOutcome[]
  at: number
}

/** The newest runs of a rule before a given id (all when null), newest first. */
export async function findRuleRuns(
  db: Database,
  ruleId: string,
  before: string | null,
  limit: number,
): Promise<RuleRun[]> {
  let query = db.read
    .selectFrom('rule_runs')
    .innerJoin('issues', 'issues.id', 'rule_runs.issue_id')
    .select(['rule_runs.id', 'event_id', 'outcome', 'at', 'number'])
    .where('rule_id', '=', ruleId)
    .orderBy('rule_runs.id', 'desc')
    .limit(limit)
  if (before) query = query.where('rule_runs.id', '<', before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    eventId: row.event_id,
    issue: row.number,
    actions: stored(row.outcome),
    at: row.at,
  }))
}

const RUNS_KEPT_FOR = 90 * DAY
const BATCH = 500

type Runs = SelectQueryBuilder<Schema, 'rule_runs', { id: string }>

/** Forgets runs that are older than 90 days, but those of rules that fire once: they tell that they have. */
export function sweepRuleRuns(db: Database, now: number): Promise<void> {
  return forgetRuns(db, (runs) =>
    runs
      .where('at', '<', now - RUNS_KEPT_FOR)
      .where('rule_id', 'not in', (eb) =>
        eb.selectFrom('business_rules').select('business_rules.id').where('once', '=', 1),
      ),
  )
}

/** Which of some rules have done something for an issue already. */
export async function rulesDoneFor(
  query: Kysely<Schema>,
  issueId: string,
  ruleIds: readonly string[],
): Promise<string[]> {
  if (ruleIds.length === 0) return []
  const runs = await query
    .selectFrom('rule_runs')
    .select(['rule_id', 'outcome'])
    .where('issue_id', '=', issueId)
    .where('rule_id', 'in', ruleIds)
    .execute()
  const isDone = ({ result }: ActionOutcome) => result === 'done'
  return runs
    .filter(({ outcome }) => stored<ActionOutcome[]>(outcome).some(isDone))
    .map(({ rule_id }) => rule_id)
}

/** Forgets a choice of runs, some at a time, so that nobody waits long for their turn to write. */
export async function forgetRuns(db: Database, of: (runs: Runs) => Runs): Promise<void> {
  for (let deleted = BATCH; deleted >= BATCH; ) {
    const { numDeletedRows } = await db.transaction((tx) => {
      const chosen = of(tx.query.selectFrom('rule_runs').select('id')).limit(BATCH)
      return tx.query.deleteFrom('rule_runs').where('id', 'in', chosen).executeTakeFirst()
    })
    deleted = Number(numDeletedRows)
  }
}

/** The columns hold only what was checked when it was written. */
function stored<T>(json: string): T {
  return JSON.parse(json) as T
}
