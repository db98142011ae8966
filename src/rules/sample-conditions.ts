/** Conditions on the samples, for the tests of this folder. */
import type { Issue } from '../issues/index.ts'
import type { Comparison, Condition, Operator } from './condition.ts'
import { compileRules, evaluate } from './evaluate.ts'
import type { Snapshot } from './facts.ts'
import { NEGATED } from './kinds.ts'
import type { Trigger } from './rule.ts'
import { ISSUE, rule, snapshot, SURROUNDINGS } from './samples.ts'

export const only = (comparison: Comparison): Condition => ({ combinator: 'and', rules: [comparison] })

/** Triggers that need nothing said besides. */
type TriggerAlone = Exclude<Trigger['on'], 'deadline.near' | 'waiting.for-customer' | 'schedule'>

/** Whether a condition holds; fails where it is broken. */
export function holds(condition: Condition, more: Partial<Snapshot> = {}): boolean {
  const on = (more.event?.kind ?? 'issue.created') as TriggerAlone
  const trigger: Trigger = on === 'message.received' ? { on, internal: true } : { on }
  const compiled = compileRules([rule({ trigger, condition })], SURROUNDINGS)
  if (compiled.broken.length > 0) throw new Error(JSON.stringify(compiled.broken))
  return evaluate(compiled, snapshot(more)).fired.length === 1
}

export const withValue = (key: string, value: unknown): Partial<Snapshot> => ({
  issue: { ...ISSUE, values: { ...ISSUE.values, [key]: value } } as Issue,
})

/** Field, operator, value: what holds for the sample issue. */
export const HOLDING: readonly [string, Operator, unknown][] = [
  // Text: case, accents and white space do not count.
  ['product', '=', 'konvice zar  K200'],
  ['product', '!=', 'Konvice'],
  ['product', 'contains', 'ŽAR'],
  ['product', 'doesNotContain', 'kettle'],
  ['product', 'beginsWith', 'konv'],
  ['product', 'doesNotBeginWith', 'zar'],
  ['product', 'endsWith', 'k200'],
  ['product', 'doesNotEndWith', 'k20'],
  ['product', 'in', 'kettle, konvice žár k200'],
  ['product', 'notIn', ['kettle', 'toaster']],
  ['product', 'notNull', ''],
  ['defect', 'contains', 'ucha. jen'],
  ['defect', 'endsWith', '.'],
  // No regular expressions and no wildcards.
  ['product', 'doesNotContain', '.*'],
  ['product', 'doesNotContain', '(a+)+$'],
  ['product', 'doesNotContain', '%'],
  // Numbers, also as the texts of an editor.
  ['quantity', '=', 3],
  ['quantity', '=', '3'],
  ['quantity', '=', '3.0'],
  ['quantity', '!=', 4],
  ['quantity', '<', 4],
  ['quantity', '<=', 3],
  ['quantity', '>', '2.5'],
  ['quantity', '>=', 3],
  ['quantity', 'between', '3,5'],
  ['quantity', 'between', [1, 3]],
  ['quantity', 'notBetween', [-4, 2]],
  ['quantity', 'in', '1,2,3'],
  ['quantity', 'in', 3],
  ['quantity', 'notIn', [1, 2]],
  ['quantity', 'notNull', null],
  // Money: in minor units of one currency; another currency is neither more nor less.
  ['price', '=', { amount: 129_000, currency: 'CZK' }],
  ['price', '=', '129000 CZK'],
  ['price', '!=', '129000 EUR'],
  ['price', '>', { amount: '128999', currency: 'CZK' }],
  ['price', '<=', '129000 CZK'],
  ['price', '<', '129001 CZK'],
  ['price', '>=', '129000 CZK'],
  ['price', 'between', '1000 CZK,200000 CZK'],
  ['price', 'notBetween', ['1 EUR', '999999999 EUR']],
  ['price', 'in', ['1 CZK', { amount: 129_000, currency: 'CZK' }]],
  ['price', 'notIn', ['129000 EUR']],
  ['price', 'notNull', undefined],
  // Dates: today is 23 November.
  ['bought', '=', '2026-11-20'],
  ['bought', '=', 'today-3'],
  ['bought', '!=', 'today'],
  ['bought', '<', 'today'],
  ['bought', '<=', '2026-11-20'],
  ['bought', '>', '2026-11-19'],
  ['bought', '>=', 'today - 30'],
  ['bought', 'between', 'today-7,today'],
  ['bought', 'notBetween', ['2026-11-21', 'today+1']],
  ['bought', 'in', ['2026-11-20', 'today']],
  ['bought', 'notIn', 'today,today-1'],
  ['bought', 'notNull', ''],
  // Instants: with an instant, or by their day in Prague.
  ['collected', '=', '2026-11-22'],
  ['collected', '=', '2026-11-21T23:30:00Z'],
  ['collected', '=', '2026-11-22T00:30:00+01:00'],
  ['collected', '!=', '2026-11-21'],
  ['collected', '=', 'today-1'],
  ['collected', '<', '2026-11-23'],
  ['collected', '<=', '2026-11-22'],
  ['collected', '>', '2026-11-21'],
  ['collected', '>=', '2026-11-21T23:30:00Z'],
  ['collected', 'between', '2026-11-22,today'],
  ['collected', 'notBetween', ['2026-11-20', '2026-11-21']],
  ['collected', 'in', ['2026-11-22']],
  ['collected', 'notIn', ['2026-11-21']],
  ['collected', 'notNull', ''],
  ['urgent', '=', true],
  ['urgent', '=', 'true'],
  ['urgent', '!=', false],
  ['urgent', 'notNull', ''],
  ['remedy', '=', 'repair'],
  ['remedy', '!=', 'refund'],
  ['remedy', 'in', 'refund,repair'],
  ['remedy', 'notIn', ['refund', 'replace']],
  ['remedy', 'notNull', ''],
  ['tags', 'contains', 'refund'],
  ['tags', 'doesNotContain', 'replace'],
  ['tags', 'in', ['replace', 'repair']],
  ['tags', 'notIn', ['replace']],
  ['tags', 'notNull', ''],
  // E-mails: as the status page compares them; parts as they were typed.
  ['partner_email', '=', 'SERVIS@xn--bcher-kva.example'],
  ['partner_email', '!=', 'servis@bucher.example'],
  ['partner_email', 'in', 'a@b.cz, servis@BÜCHER.example'],
  ['partner_email', 'notIn', ['a@b.cz']],
  ['partner_email', 'endsWith', '@bücher.example'],
  ['partner_email', 'beginsWith', 'servis'],
  ['partner_email', 'contains', 's@b'],
  ['partner_email', 'doesNotContain', 'shop'],
  ['partner_email', 'doesNotBeginWith', '@'],
  ['partner_email', 'doesNotEndWith', '.cz'],
  ['partner_email', 'notNull', ''],
  ['partner_phone', '=', '555 010 203'],
  ['partner_phone', '!=', '555 010 204'],
  ['partner_phone', 'in', ['00420 555-010-203']],
  ['partner_phone', 'notIn', '555010204'],
  ['partner_phone', 'beginsWith', '00420 555'],
  ['partner_phone', 'contains', '555 010'],
  ['partner_phone', 'endsWith', '203'],
  ['partner_phone', 'doesNotContain', '111'],
  ['partner_phone', 'doesNotBeginWith', '+421'],
  ['partner_phone', 'doesNotEndWith', '204'],
  ['partner_phone', 'notNull', ''],
  ['account', '=', 'cz65 0800 0000 1920 0014 5399'],
  ['account', '!=', 'CZ65'],
  ['account', 'in', ['cz6508000000192000145399']],
  ['account', 'notIn', ['CZ65']],
  ['account', 'beginsWith', 'cz65 0800'],
  ['account', 'contains', '1920'],
  ['account', 'endsWith', '5399'],
  ['account', 'doesNotContain', 'SK'],
  ['account', 'doesNotBeginWith', 'SK'],
  ['account', 'doesNotEndWith', '1'],
  ['account', 'notNull', ''],
  ['technician', '=', 'petra@shop.example'],
  ['technician', '=', '0199-petra'],
  ['technician', '!=', 'gone@shop.example'],
  ['technician', 'in', ['gone@shop.example', 'petra@shop.example']],
  ['technician', 'notIn', 'gone@shop.example'],
  ['technician', 'notNull', ''],
  ['pick_up', 'contains', 'dlouha 12 brno'],
  ['pick_up', 'doesNotContain', 'praha'],
  ['pick_up', 'notNull', ''],
  ['report', 'notNull', ''],
  ['tracking', 'notNull', ''],
  // Computed ones by their result.
  ['double', '>', 2],
  ['shouted', 'beginsWith', 'konvice'],
  ['is_many', '=', true],
  ['collect_by', '=', 'today-3'],
  // Built in.
  ['number', 'beginsWith', 'wc-26'],
  ['type', '=', 'warranty'],
  ['step', 'in', 'waiting,closed'],
  ['category', '=', 'waiting'],
  ['stage', '=', 'review'],
  ['turn', '!=', 'us'],
  ['locale', 'beginsWith', 'cs'],
  ['created', '=', '2026-11-22'],
  ['created', '<', '2026-11-22T23:00:00Z'],
  ['changed', '=', 'today'],
  ['due', 'between', 'today,today+7'],
  ['handler', '=', 'Petra@shop.example'],
  ['contact.name', 'contains', 'novakova'],
  ['contact.email', '=', 'jana@example.com'],
  ['contact.email', 'notNull', null],
  ['contact.phone', '=', '+420 601 123 456'],
  ['contact.phone', 'beginsWith', '+420'],
]

/** Of each operator that has one, its opposite. */
export const NEGATION_OF = new Map(
  Object.entries(NEGATED).flatMap(([negated, positive]) => [
    [positive, negated],
    [negated, positive],
  ]),
)
