import { answer, api } from '../api/client'
import { batches, type BulkChange, type Foreseen, MOST, type Outcome, summed } from './bulk'

/** What a change of issues would do, and what rules would do then. */
export async function tryChange(
  issues: readonly string[],
  change: BulkChange,
  signal: AbortSignal,
): Promise<{ items: Outcome[]; rules: Foreseen[] }> {
  const items: Outcome[] = []
  const rules: Foreseen[] = []
  for (const batch of batches(issues, MOST)) {
    const found = await answer(
      api.POST('/api/v1/bulk-changes', { body: { issues: batch, change, dryRun: true }, signal }),
    )
    items.push(...found.items)
    rules.push(...found.rules)
  }
  return { items, rules: summed(rules) }
}

/** Changes one batch; sent again after an answer that was lost, it changes each issue once. */
export async function changeBatch(issues: string[], change: BulkChange, key: string): Promise<Outcome[]> {
  const { items } = await answer(
    api.POST('/api/v1/bulk-changes', {
      body: { issues, change },
      params: { header: { 'Idempotency-Key': key } },
    }),
  )
  return items
}
