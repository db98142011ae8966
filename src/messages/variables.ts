/**
 * All variables of message templates, with what they stand for. Nothing else can be named in a template; secrets are
 * never among them. The docs and pickers of variables are made from this table.
 */
export const VARIABLES = {
  issue_number: 'The number of the issue.',
  issue_type: 'The name of the issue type; compares by its key.',
  issue_status_url: 'The address of the issue on its status page. Alone on a line it becomes a button.',
  step: 'Where the issue stands: for customers the public name of the step; compares by the key of the step.',
  step_explanation: 'The line under the name of the step on the status page.',
  what_next: 'The text of "What happens next" of the step.',
  due_date: 'The date by which the issue is due; empty where there is none.',
  deadline_days_left:
    'The days until then; negative when it is late, empty where there is none, or where it was met.',
  deadline_start: 'The day from which the time counts; empty where it was not counted.',
  deadline_words: 'What the deadline rule says to customers.',
  deadline_silence:
    'What the law makes of it when nobody answers in time; compares by its key: `nothing`, `accepted`, `rejected`.',
  created_date: 'The date on which the issue was opened.',
  created_at: 'The date and time at which the issue was opened.',
  customer_name: 'The name in the contact of the issue.',
  customer_email: 'The e-mail address in the contact of the issue.',
  customer_phone: 'The phone number in the contact of the issue.',
  handler_name: 'Who handles the issue: for customers the public name, for staff the own name.',
  company_name: 'The name of the company, from its settings.',
  company_phone: 'The phone number of the company.',
  company_email: 'The e-mail address of the company.',
  company_website: 'The website of the company.',
  message: 'The text that a handler typed, or that was received; empty where there is none.',
} as const

export type VariableName = keyof typeof VARIABLES

/** Own fields are named with this before their key: `field.product`. */
export const FIELD_PREFIX = 'field'
