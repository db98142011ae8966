import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

const SORTS = ['created_at', 'changed_at', 'due', 'number_key']
const FACTS = ['created_at', 'due', 'closed_at', 'decided_at']

/**
 * A zone map: at which stretches of each order there are issues of which times, of each type, so that a list need not pass over what
 * cannot hold any. A zone is the beginning of what is sorted by: ten days of dates, eleven and a half of instants, of numbers
 * what stands before the last digits of a sequence. The store keeps it itself, as it does an index; it only ever grows.
 */
export async function listZones(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const { key } = traits
  await run(`alter table issue_types add column number_zone ${traits.integer} not null default 0`)
  const { rows: types } = await sql<{ id: string; pattern: string }>`
    select id, number_pattern as pattern from issue_types`.execute(db)
  for (const { id, pattern } of types) {
    await sql`update issue_types set number_zone = ${numberZone(pattern)} where id = ${id}`.execute(db)
  }
  await run(`create table list_zones (sort ${key} not null, fact ${key} not null, value ${key} not null,
    issue_type_id ${key} not null, zone ${key} not null, primary key (sort, fact, value, issue_type_id, zone))`)
  const columns = [...new Set([...SORTS, ...FACTS])]
  const changes = columns
    .filter((column) => column !== 'number_key')
    .map((column) => `${zoneOf(column, 'old')} is distinct from ${zoneOf(column, 'new')}`)
    .join(' or ')
  const note = `insert into list_zones
    select * from (${pairsOf((column) => zoneOf(column, 'new'))}) as pairs where value is not null
    on conflict do nothing`
  // First, since on PostgreSQL others may write until there is one; they wait for the end of the migration then.
  for (const statement of traits.afterWriting('issues', 'zones', changes, note)) await run(statement)
  const held = ['issue_type_id', ...columns]
    .map((column) => `${zoneOf(column, 'issues')} as ${column}`)
    .join(', ')
  // PostgreSQL would rather make all pairs before it finds that most are the same.
  await run(`insert into list_zones
    with held as materialized (select distinct ${held} from issues)
    select distinct * from (${pairsOf((column) => column, 'from held')}) as pairs where value is not null`)
  // What stands in a zone is looked at without its row.
  for (const sort of SORTS) {
    const others = ['due', 'created_at', 'search_id', 'changed_at', 'number_key', 'closed_at', 'decided_at']
    await run(`drop index issues_${sort}`)
    await run(
      `create index issues_${sort} on issues (${sort}, id, ${others.filter((other) => other !== sort).join(', ')})`,
    )
  }
}

/** Every zone of an order beside every other time of the same issue. */
function pairsOf(zone: (column: string) => string, from = ''): string {
  return SORTS.flatMap((sort) =>
    FACTS.filter((fact) => fact !== sort).map(
      (fact) =>
        `select '${sort}' as sort, '${fact}' as fact, ${zone(fact)} as value, ${zone('issue_type_id')}, ${zone(sort)} as zone ${from}`,
    ),
  ).join(' union all ')
}

function zoneOf(column: string, row: string): string {
  if (column === 'issue_type_id') return `${row}.issue_type_id`
  if (column === 'due') return `substr(${row}.due, 1, 9)`
  if (column === 'number_key') {
    return `substr(${row}.number_key, 1, cast(coalesce((
      select number_zone from issue_types where id = ${row}.issue_type_id), 0) as integer))`
  }
  return `cast(10000 + ${row}.${column} / 1000000000 as text)`
}

/** How much of a number stands before the last four digits of its sequence; nothing where chance comes first. */
function numberZone(pattern: string): number {
  const [before = '', digits] = pattern.split(/\{seq:(\d+)\}/)
  if (digits === undefined || before.includes('{rand')) return 0
  return before.replace('{YYYY}', 'YYYY').replace('{YY}', 'YY').length + Math.max(0, Number(digits) - 4)
}
