import type { Answer, Body } from '../api/client'
import { missingFor } from '../issue-page/move'
import type { Issue, WorkStep } from '../work'

export type BulkKind = 'assign' | 'move'
export type BulkChange = Body<'/api/v1/bulk-changes', 'post'>['change']
export type Outcome = Answer<'/api/v1/bulk-changes', 'post'>['items'][number]
export type Foreseen = Answer<'/api/v1/bulk-changes', 'post'>['rules'][number]

/** Few at a time, so that one sees how far it is, and can stop it. */
export const BATCH = 20
/** As many as the API takes at once. */
export const MOST = 200

export function batches<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = []
  for (let at = 0; at < items.length; at += size) found.push(items.slice(at, at + size))
  return found
}

/** What rules would do over all batches, each action of a rule once. */
export function summed(rules: readonly Foreseen[]): Foreseen[] {
  const found = new Map<string, Foreseen>()
  for (const one of rules) {
    const key = `${one.rule.id}:${one.place}`
    const before = found.get(key)
    found.set(
      key,
      before
        ? {
            ...one,
            count: before.count + one.count,
            messages: before.messages + one.messages,
            inVain: before.inVain + one.inVain,
          }
        : one,
    )
  }
  return [...found.values()]
}

/** The steps that issues may be moved to, and how many of them; those that most may enter first. */
export function stepsFor(issues: readonly Pick<Issue, 'type' | 'transitions'>[]) {
  const found = new Map<string, { to: string; type: string; count: number }>()
  for (const { type, transitions } of issues)
    for (const { to } of transitions) {
      const before = found.get(to)
      found.set(to, before ? { ...before, count: before.count + 1 } : { to, type, count: 1 })
    }
  return [...found.values()].sort((one, other) => other.count - one.count)
}

/** By the member that it is, like `values.decision`. */
export type Given = Readonly<Record<string, unknown>>

/** The members that a step asks for and some of the issues that may enter it lack, with the numbers of those. */
export function askedOf(
  issues: readonly Issue[],
  to: string,
  stepOf: (type: string, step: string) => WorkStep | undefined,
): Map<string, string[]> {
  const asked = new Map<string, string[]>()
  for (const issue of issues) {
    const step = stepOf(issue.type, to)
    if (!step || !issue.transitions.some((one) => one.to === to)) continue
    for (const path of missingFor(step, issue)) asked.set(path, [...(asked.get(path) ?? []), issue.number])
  }
  return asked
}

/** The move of all to a step; what was given goes to those that lack it. */
export function moveOf(to: string, comment: string, given: Given): BulkChange {
  const said = Object.entries(given).filter(([, value]) => value !== null)
  const values = said.flatMap(([path, value]): [string, unknown][] =>
    path.startsWith('values.') ? [[path.slice('values.'.length), value]] : [],
  )
  const members = said.filter(([path]) => path === 'due' || path === 'handler')
  return {
    to,
    ...(comment.trim() ? { comment: comment.trim() } : {}),
    ...(said.length > 0
      ? {
          fill: {
            ...Object.fromEntries(members),
            ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
          },
        }
      : {}),
  }
}

/** How each issue is put back: the numbers by the handler that they had, and those whose step is undone. */
export function takenBack(outcomes: readonly Outcome[]): Map<string | null, string[]> {
  const byHandler = new Map<string | null, string[]>()
  for (const { number, changed, was } of outcomes)
    if (changed && was) byHandler.set(was.handler, [...(byHandler.get(was.handler) ?? []), number])
  return byHandler
}
