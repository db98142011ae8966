import type { Settings } from '../base/index.ts'
import type { Configuration, IssueType, Step } from '../issue-types/index.ts'
import type { Templates } from '../messages/index.ts'

/** What of the configuration the workplace is made of. */
export type WorkplaceSource = {
  configuration: Configuration
  templates: Templates
  /** Keys of the templates that are meant for people of the shop. */
  forStaff: ReadonlySet<string>
}

/** The configuration as somebody needs it who shows and changes issues; texts by language. */
export function representWorkplace(
  settings: Settings,
  { configuration, templates, forStaff }: WorkplaceSource,
) {
  const { defaultLocale, defaultCountry, timeZone } = settings
  return {
    defaultLocale,
    defaultCountry,
    timeZone,
    types: configuration.types.map(representType),
    fields: configuration.fields.map(({ key, type, label, filterable, options, result }) => ({
      key,
      type,
      label,
      filterable,
      options: options.map((option) => ({ ...option })),
      result: result ?? null,
    })),
    users: configuration.users.map(({ id, name, email, role, active }) => ({
      id,
      name,
      email,
      active,
      handles: role !== 'viewer' && role !== 'auditor',
    })),
    templates: [...templates.values()].map(({ key, channel, name }) => ({
      key,
      channel,
      name,
      forStaff: forStaff.has(key),
    })),
  }
}

function representType({ key, name, views, steps, statusPage }: IssueType) {
  return {
    key,
    name,
    steps: steps.map(representStep),
    views: { list: linesOf(views.list), detail: linesOf(views.detail), form: linesOf(views.form) },
    statusPage: { enabled: statusPage.enabled, verification: statusPage.verification },
  }
}

function representStep(step: Step) {
  const { key, name, publicName, category, stage, turn, colour, hidden, pauses, required, next } = step
  return {
    key,
    name,
    publicName,
    category,
    stage,
    turn,
    colour,
    hidden,
    pauses,
    required: [...required],
    next: next.map(({ to }) => to),
  }
}

function linesOf(view: IssueType['views']['list']) {
  return view.map(({ field, label }) => ({ field, label: label ?? null }))
}
