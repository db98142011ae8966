import type { Schema } from '../db/index.ts'
import type { Category, StoredValues } from '../issue-types/index.ts'
import type { Contact } from './contact.ts'
import type { Deadline } from './deadline.ts'
import { foldNumber } from './number.ts'
import type { Trail } from './progress.ts'

/** One complaint, claim, return or request, as it is stored. Instants are UTC milliseconds. */
export type Issue = {
  id: string
  number: string
  typeId: string
  step: string
  category: Category
  locale: string
  contact: Contact
  emailKey: string | null
  phoneKey: string | null
  contactVersion: number
  /** Id of the user who handles it. */
  handlerId: string | null
  values: StoredValues
  /** `YYYY-MM-DD`. */
  due: string | null
  /** `null` where neither a rule nor anybody set a deadline. */
  deadline: Deadline | null
  /** Since when the shop waits for an answer of the customer, UTC milliseconds. */
  waitingSince: number | null
  /** Since when the customer waits for an answer to a message; `null` where the shop wrote last. */
  unansweredSince: number | null
  trail: Trail
  version: number
  searchId: number
  createdAt: number
  changedAt: number
  /** The last change that the customer can see. */
  publicChangedAt: number
}

/** Stored where there is no deadline: it sorts after every real date. */
export const NO_DUE = '9999-99-99'

export type IssueRow = Schema['issues']
/** What figures are made from and no issue needs to know of itself: see `turningPoints`. */
type TurningPoints = Pick<IssueRow, 'decided_at' | 'closed_at'>

export function issueFromRow(row: IssueRow): Issue {
  return {
    id: row.id,
    number: row.number,
    typeId: row.issue_type_id,
    step: row.step,
    category: row.category as Category,
    locale: row.locale,
    contact: { name: row.contact_name, email: row.contact_email, phone: row.contact_phone },
    emailKey: row.email_key,
    phoneKey: row.phone_key,
    contactVersion: row.contact_version,
    handlerId: row.handler_id,
    values: stored<StoredValues>(row.field_values),
    due: row.due === NO_DUE ? null : row.due,
    deadline: row.deadline === null ? null : stored<Deadline>(row.deadline),
    waitingSince: row.waiting_since,
    unansweredSince: row.unanswered_since,
    trail: stored<Trail>(row.trail),
    version: row.version,
    searchId: row.search_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    publicChangedAt: row.public_changed_at,
  }
}

/** The columns that an issue's changes write. */
export function changedColumns(issue: Issue) {
  return {
    step: issue.step,
    category: issue.category,
    locale: issue.locale,
    contact_name: issue.contact.name,
    contact_email: issue.contact.email,
    contact_phone: issue.contact.phone,
    email_key: issue.emailKey,
    phone_key: issue.phoneKey,
    contact_version: issue.contactVersion,
    handler_id: issue.handlerId,
    field_values: JSON.stringify(issue.values),
    due: issue.due ?? NO_DUE,
    deadline: issue.deadline === null ? null : JSON.stringify(issue.deadline),
    deadline_met: issue.deadline?.state === 'met' ? 1 : 0,
    waiting_since: issue.waitingSince,
    unanswered_since: issue.unansweredSince,
    trail: JSON.stringify(issue.trail),
    version: issue.version,
    changed_at: issue.changedAt,
    public_changed_at: issue.publicChangedAt,
  }
}

export function newIssueRow(issue: Issue, points: TurningPoints): IssueRow {
  return {
    id: issue.id,
    number: issue.number,
    number_key: foldNumber(issue.number) ?? issue.number,
    issue_type_id: issue.typeId,
    search_id: issue.searchId,
    created_at: issue.createdAt,
    ...changedColumns(issue),
    ...points,
  }
}

/** The JSON columns of an issue hold only what the verbs of this feature wrote. */
function stored<T>(json: string): T {
  return JSON.parse(json) as T
}
