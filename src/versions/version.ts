import type { AuditLine } from '../audit/index.ts'
import type { Actor } from '../base/index.ts'

/** A thing of the configuration as a change left it, and as it was before. */
export type Version = {
  id: string
  at: number
  actor: Actor
  action: string
  target: string
  /** The id of the version that the change put back. */
  restores: string | null
  before: unknown
  after: unknown
}

/** What an audit line tells of, where it is a thing that has versions. */
export const VERSIONED = /^(company$|(issue-type|field|calendar|message-template|business-rule|webhook):)/

/** Lines that change no settings of the thing that they name. */
export const UNVERSIONED_ACTIONS = [
  'page-asset.added',
  'page-asset.deleted',
  'webhook.secret-rotated',
  'message-template.tested',
] as const

/** Parts of an issue type whose older lines name the type alone. */
const PART_OF_ACTION: Readonly<Record<string, string>> = {
  'steps.changed': 'steps',
  'number-series.changed': 'number-series',
  'deadlines.changed': 'deadlines',
  'status-page.changed': 'status-page',
}

/** Reads an audit line as a version, with states as the API represents them. */
export function versionOf({ id, at, actor, action, target: named, data }: AuditLine): Version {
  const target = targetOf(named, action, data)
  const state = (of: 'before' | 'after') => representState(target, memberOf(data, of))
  const restores = memberOf(data, 'restores')
  return {
    id,
    at,
    actor,
    action,
    target,
    restores: typeof restores === 'string' ? restores : null,
    before: state('before'),
    after: state('after'),
  }
}

function targetOf(named: string, action: string, data: unknown): string {
  if (!named.startsWith('issue-type:') || named.includes('/')) return named
  if (action === 'view.changed') return `${named}/views/${String(memberOf(memberOf(data, 'after'), 'view'))}`
  const part = PART_OF_ACTION[action]
  return part === undefined ? named : `${named}/${part}`
}

function representState(target: string, state: unknown): unknown {
  if (state === null || state === undefined) return null
  const { part } = partsOf(target)
  if (part === 'steps') return { steps: state }
  if (part === 'deadlines') return { rules: state }
  if (part === 'number-series') return { pattern: state }
  if (part.startsWith('views/')) return { fields: memberOf(state, 'fields') }
  return state
}

/** `issue-type:warranty/steps` taken apart. */
export function partsOf(target: string): { kind: string; key: string; part: string } {
  const [, kind = '', key = '', part = ''] = /^([a-z-]+):?([^/]*)\/?(.*)$/.exec(target) ?? []
  return { kind, key, part }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
