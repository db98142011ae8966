/** The demo's issues as values, for the tests of this folder. */
import { openCalendars } from '../calendars/index.ts'
import type { Configuration, IssueType } from '../issue-types/index.ts'
import { type Issue, phoneKey } from '../issues/index.ts'
import type { User } from '../staff/index.ts'
import { DEMO_COMPANY } from './demo/company.ts'
import { type DemoIssue, makeDemo } from './demo/index.ts'
import { STARTER_FIELDS } from './fields.ts'
import { STARTER_TYPES } from './types/index.ts'

export const NOW = Date.UTC(2026, 10, 25, 9, 30)
export const TIME_ZONE = 'Europe/Prague'

const demo = makeDemo({ seed: 1, now: NOW, timeZone: TIME_ZONE })

const types = STARTER_TYPES.map((type, position): IssueType => {
  const stepByKey = new Map(type.steps.map((step) => [step.key, step]))
  return {
    ...type,
    id: `type-${type.key}`,
    name: { ...type.name },
    position,
    stepByKey,
    pageEpoch: 1,
  }
})

const users = demo.staff.map((user, index): User => {
  const { email, name, publicName, role } = user
  return { id: `user-${index}`, email, name, publicName: publicName ?? '', role, locale: null, active: true }
})

/** The starter configuration as a store would give it back, with the demo's company and staff. */
export const CONFIGURATION: Configuration = {
  version: 1,
  isSetUp: true,
  logo: null,
  company: DEMO_COMPANY,
  types,
  typeByKey: new Map(types.map((type) => [type.key, type])),
  typeById: new Map(types.map((type) => [type.id, type])),
  typeByPage: new Map(types.map((type) => [type.statusPage.identifier, type])),
  fields: STARTER_FIELDS,
  fieldByKey: new Map(STARTER_FIELDS.map((field) => [field.key, field])),
  calendars: openCalendars([]),
  users,
  userById: new Map(users.map((user) => [user.id, user])),
  userByEmail: new Map(users.map((user) => [user.email, user])),
  formulas: new Map(),
}

/** The issues of the demo, each as it is at the end of its story. */
export const SAMPLE_ISSUES: readonly { issue: Issue; type: IssueType }[] = demo.issues.map((one, index) => {
  const type = found(types.find((candidate) => candidate.key === one.type))
  return { issue: sampleIssue(one, type, index), type }
})

function sampleIssue(one: DemoIssue, type: IssueType, index: number): Issue {
  const first = found(type.steps[0])
  const moves = one.path.map(({ to, at }) => [to, at] as const)
  const trail = [[first.key, one.createdAt] as const, ...moves]
  const [step, changedAt] = found(trail.at(-1))
  const prefix = type.numberPattern.slice(0, 2)
  return {
    id: `issue-${index}`,
    number: `${prefix}-26-${String(index + 1).padStart(5, '0')}-7KQM`,
    typeId: type.id,
    step,
    category: found(type.stepByKey.get(step)).category,
    locale: one.locale,
    contact: { name: one.contact.name, email: one.contact.email ?? '', phone: one.contact.phone ?? '' },
    emailKey: one.contact.email,
    phoneKey: phoneKey(one.contact.phone ?? '', 'CZ'),
    contactVersion: 1,
    handlerId: users.find((user) => user.email === one.handler)?.id ?? null,
    values: one.values,
    due: one.due,
    deadline: null,
    waitingSince: null,
    unansweredSince: null,
    trail,
    version: trail.length,
    searchId: index + 1,
    createdAt: one.createdAt,
    changedAt,
    publicChangedAt: changedAt,
  }
}

/** An issue as if it had just entered a step. */
export function atStep(issue: Issue, type: IssueType, step: string): Issue {
  const { category } = found(type.stepByKey.get(step))
  return { ...issue, step, category, trail: [...issue.trail, [step, NOW]] }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The demo names something that the starter configuration lacks.')
  return value
}
