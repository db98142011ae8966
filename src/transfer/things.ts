import { companyLogoId, pageAssetId, VIEWS } from '../issue-types/index.ts'
import type { Content, TypeContent } from './content.ts'

/** One thing of a configuration that is made or changed by itself. */
export type Thing = {
  kind:
    | 'company'
    | 'company-logo'
    | 'calendar'
    | 'field'
    | 'issue-type'
    | 'asset'
    | 'part'
    | 'message-template'
    | 'business-rule'
    | 'webhook'
  /** As versions name it. */
  target: string
  key: string
  /** Of an issue type, like `steps` or `views/list`. */
  part: string
  /** Where it stands in the file. */
  path: string
  /** The member that verbs and routes call what stands there in the file. */
  member: string | null
  state: unknown
}

/** All things of a configuration, each after those that it may name. */
export function thingsOf(content: Content): Thing[] {
  const { company, companyLogo, calendars, fields, issueTypes } = content
  const { messageTemplates, webhooks, businessRules } = content
  const keyed = <T>(kind: Thing['kind'], under: string, things: readonly T[], keyOf: (thing: T) => string) =>
    things.map((state, index) => thing(kind, keyOf(state), `${under}.${index}`, state))
  const own = keyed('field', 'fields', fields, ({ key }) => key)
  const types = issueTypes.map((type, index) => thingsOfType(type, `issueTypes.${index}`))
  return [
    ...(company ? [thing('company', '', 'company', company)] : []),
    ...(companyLogo ? [thingOfLogo(companyLogo)] : []),
    ...keyed('calendar', 'calendars', calendars, ({ key }) => key),
    ...inOrder(own, fields),
    ...types.flatMap(([type]) => type ?? []),
    ...types.flatMap(([, ...parts]) => parts),
    ...keyed('message-template', 'messageTemplates', messageTemplates, ({ key }) => key),
    ...keyed('webhook', 'webhooks', webhooks.map(withoutSwitch), ({ id }) => id),
    ...keyed('business-rule', 'businessRules', businessRules, ({ id }) => id),
  ]
}

function thing(kind: Thing['kind'], key: string, path: string, state: unknown): Thing {
  const target = key === '' ? kind : `${kind}:${key}`
  return { kind, target, key, part: '', path, member: null, state }
}

function thingOfLogo({ name, content }: NonNullable<Content['companyLogo']>): Thing {
  const state = { id: companyLogoId(name, Buffer.from(content, 'base64')) }
  const place = { target: 'company/logo', key: '', part: '', path: 'companyLogo', member: 'file' }
  return { kind: 'company-logo', ...place, state }
}

function thingsOfType(type: TypeContent, path: string): Thing[] {
  const { key, name, position, numberSeries, steps, deadlines, views, statusPage, assets } = type
  const part = (name: string, at: string, member: string | null, state: unknown): Thing[] => {
    if (state === undefined) return []
    const target = `issue-type:${key}/${name}`
    return [{ kind: 'part', target, key, part: name, path: `${path}.${at}`, member, state }]
  }
  const general = { key, name, ...(position === undefined ? {} : { position }) }
  return [
    thing('issue-type', key, path, general),
    ...part('number-series', 'numberSeries', 'pattern', numberSeries),
    ...part('steps', 'steps', 'steps', steps),
    ...part('deadlines', 'deadlines', 'rules', deadlines),
    ...VIEWS.flatMap((view) => part(`views/${view}`, `views.${view}`, 'fields', views?.[view])),
    ...assets.map((asset, index): Thing => {
      const id = pageAssetId(key, asset.name, Buffer.from(asset.content, 'base64'))
      const target = `issue-type:${key}/status-page/assets/${id}`
      return {
        kind: 'asset',
        target,
        key,
        part: id,
        path: `${path}.assets.${index}`,
        member: 'file',
        state: { id },
      }
    }),
    ...part('status-page', 'statusPage', null, statusPage),
  ]
}

/** Whether a webhook is on is the installation's own business. */
function withoutSwitch({ id, name, url, events, issueType, fields }: Content['webhooks'][number]) {
  return { id, name, url, events, issueType, fields }
}

/** Computed fields after the fields that their formulas name; those of a circle last, for their check to refuse. */
function inOrder(things: readonly Thing[], fields: Content['fields']): Thing[] {
  const formulas = new Map(fields.map(({ key, formula }) => [key, namesIn(formula ?? '')]))
  const ordered: Thing[] = []
  let waiting = [...things]
  while (waiting.length > 0) {
    const keys = new Set(waiting.map(({ key }) => key))
    const isReady = ({ key }: Thing) => !formulas.get(key)?.some((name) => keys.has(name))
    const ready = waiting.filter(isReady)
    if (ready.length === 0) break
    ordered.push(...ready)
    waiting = waiting.filter((candidate) => !isReady(candidate))
  }
  return [...ordered, ...waiting]
}

function namesIn(formula: string): string[] {
  return formula.match(/[a-z][a-z0-9_]*/g) ?? []
}
