import { addDays, dateIn, DAY, HOUR, newId } from '../base/index.ts'
import type {
  Configuration,
  Field,
  IssueType,
  Step,
  StoredValue,
  StoredValues,
} from '../issue-types/index.ts'
import { exampleNumber } from '../issue-types/index.ts'
import { byHand, type Issue } from '../issues/index.ts'
import type { PublicLines } from './public-lines.ts'

/** What somebody who looks at a page before it is live is shown: an issue of this type that could be. */
export type Sample = { issue: Issue; lines: PublicLines }

type About = {
  type: IssueType
  configuration: Configuration
  /** Where it stands. */
  step: Step
  locale: string
  timeZone: string
  now: number
}

const DAYS_A_STEP = 3

/** An issue of a type at one of its steps, which came there by the shortest way, with a value in every field. */
export function sampleIssue({ type, configuration, step, locale, timeZone, now }: About): Sample {
  const way = shortestWay(type, step)
  const startedAt = now - way.length * DAYS_A_STEP * DAY
  const trail = way.map(({ key }, index) => [key, startedAt + index * DAYS_A_STEP * DAY] as const)
  const handler = configuration.users.find((user) => user.active && user.publicName !== '')
  const isOver = step.category === 'done'
  const year = Number(dateIn(timeZone, now).slice(0, 4))
  const rule = type.deadlines.at(-1)
  const due = isOver ? null : addDays(dateIn(timeZone, now), 9)
  const issue: Issue = {
    id: newId(now),
    number: exampleNumber(type.numberPattern, year),
    typeId: type.id,
    step: step.key,
    category: step.category,
    locale,
    contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '+420601123456' },
    emailKey: 'jana@example.com',
    phoneKey: '+420601123456',
    contactVersion: 1,
    handlerId: handler?.id ?? null,
    values: sampleValues(configuration.fields, {
      day: dateIn(timeZone, startedAt),
      userId: handler?.id ?? null,
    }),
    due,
    deadline:
      due === null
        ? null
        : { ...byHand(due, startedAt), ...(rule ? { rule: rule.key, state: 'running' } : {}) },
    waitingSince: step.category === 'waiting' ? now - DAY : null,
    unansweredSince: null,
    trail,
    version: 1,
    searchId: 0,
    createdAt: startedAt,
    changedAt: now - HOUR,
    publicChangedAt: now - HOUR,
  }
  return { issue, lines: sampleLines(now) }
}

/** The steps from the first to one, as few as there can be; the step alone where no way leads to it. */
function shortestWay(type: IssueType, step: Step): Step[] {
  const [first] = type.steps
  if (!first) return [step]
  const cameFrom = new Map<string, Step | null>([[first.key, null]])
  const queue = [first]
  for (let at = queue.shift(); at && at.key !== step.key; at = queue.shift()) {
    for (const { to } of at.next) {
      const next = type.stepByKey.get(to)
      if (!next || cameFrom.has(to)) continue
      cameFrom.set(to, at)
      queue.push(next)
    }
  }
  if (!cameFrom.has(step.key)) return [step]
  const way: Step[] = []
  for (let at: Step | null = step; at; at = cameFrom.get(at.key) ?? null) way.unshift(at)
  return way
}

type Surroundings = { day: string; userId: string | null }

function sampleValues(fields: readonly Field[], around: Surroundings): StoredValues {
  const values: Record<string, StoredValue> = {}
  for (const field of fields) {
    const value = sampleValue(field, around)
    if (value !== null) values[field.key] = value
  }
  return values
}

function sampleValue(field: Field, { day, userId }: Surroundings): StoredValue | null {
  switch (field.type) {
    case 'text':
      return 'K200-8841'
    case 'long-text':
      return 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.\nSed do eiusmod tempor incididunt ut labore.'
    case 'number':
      return 2
    case 'money':
      return { amount: 129_900, currency: 'CZK' }
    case 'date':
      return day
    case 'date-time':
      return `${day}T09:30:00.000Z`
    case 'boolean':
      return true
    case 'choice':
      return field.options[0]?.key ?? null
    case 'multi-choice':
      return field.options.slice(0, 2).map(({ key }) => key)
    case 'email':
      return 'jana@example.com'
    case 'phone':
      return '+420601123456'
    case 'address':
      return { street: 'Dlouhá 12', city: 'Brno', postalCode: '602 00', country: 'CZ' }
    case 'bank-account':
      return 'CZ6508000000192000145399'
    case 'link':
      return { url: 'https://example.com/tracking/8841' }
    case 'user':
      return userId
    case 'file':
    case 'computed':
      return null
  }
}

function sampleLines(now: number): PublicLines {
  return {
    messages: [
      { from: 'shop', body: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.', at: now - 2 * HOUR },
      { from: 'customer', body: 'Sed do eiusmod tempor incididunt ut labore et dolore.', at: now - 2 * DAY },
    ],
    files: [
      {
        id: '00000000-0000-7000-8000-000000000000',
        name: 'IMG_2041.jpg',
        badge: 'JPG',
        kind: 'photo',
        size: 1_843_200,
        from: 'customer',
        at: now - 2 * DAY,
      },
    ],
  }
}
