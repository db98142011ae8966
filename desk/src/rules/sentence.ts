import { useFormat, useTexts } from '../texts'
import { lengthOf } from './durations'
import {
  type Action,
  draftOf,
  type Recipient,
  recipientsOf,
  type Rule,
  type RuleDraft,
  type Trigger,
} from './rules'
import { scheduleOf } from './schedules'
import { labelIn, type Surroundings } from './surroundings'

const listOf = (oneOrMore: string | readonly string[] | undefined): readonly string[] =>
  oneOrMore === undefined ? [] : typeof oneOrMore === 'string' ? [oneOrMore] : oneOrMore

/** Says what a rule does in one sentence. */
export function useSentence(around: Surroundings): (rule: Rule | RuleDraft) => string {
  const texts = useTexts().rules
  const format = useFormat()
  const trigger = useTriggerWords(around)
  const action = useActionWords(around)
  return (rule) => {
    const { issueType, condition, actions, ...draft } = 'id' in rule ? draftOf(rule) : rule
    return texts.sentence(
      trigger(draft.trigger),
      issueType === null ? null : labelIn(around.types, issueType),
      condition !== null,
      format.list(actions.map(action)),
    )
  }
}

function useTriggerWords({ steps, changeable }: Surroundings): (trigger: Trigger) => string {
  const texts = useTexts().rules
  const { locale } = useFormat()
  const either = (names: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
  const names = (choices: Surroundings['steps'], keys: string | readonly string[] | undefined) =>
    listOf(keys).length === 0 ? null : either(listOf(keys).map((key) => texts.quoted(labelIn(choices, key))))
  const words = texts.when
  return (trigger) => {
    switch (trigger.on) {
      case 'issue.step-changed':
        return words['issue.step-changed'](names(steps, trigger.from), names(steps, trigger.to))
      case 'issue.field-changed':
        return words['issue.field-changed'](names(changeable, trigger.field))
      case 'message.received':
        return words['message.received'](trigger.from ?? null)
      case 'deadline.near':
        return words['deadline.near'](texts.length(lengthOf(trigger.before)))
      case 'deadline.passed':
        return words['deadline.passed'](
          trigger.after === undefined ? null : texts.length(lengthOf(trigger.after)),
        )
      case 'waiting.for-customer':
        return words['waiting.for-customer'](texts.length(lengthOf(trigger.for)))
      case 'schedule':
        return words.schedule(texts.scheduled(scheduleOf(trigger.cron), trigger.cron))
      default:
        return words[trigger.on]
    }
  }
}

function useActionWords(around: Surroundings): (action: Action) => string {
  const { rules: texts, people } = useTexts()
  const format = useFormat()
  const words = texts.thenDo
  const reader = (to: Recipient) => {
    if (typeof to === 'string') return texts.readers[to]
    if ('role' in to) return texts.everyone(people.roles[to.role])
    return 'address' in to ? to.address : to.phone
  }
  return (action) => {
    switch (action.do) {
      case 'send':
        return words.send(
          labelIn(around.templates, action.template),
          format.list(recipientsOf(action.to).map(reader)),
        )
      case 'move':
        return words.move(labelIn(around.steps, action.to))
      case 'set': {
        const field = around.fieldOf(action.field)
        return words.set(field ? around.nameOf(field) : action.field)
      }
      case 'assign':
        return action.to === null ? words.assignNobody : words.assign(personIn(around, action.to))
      case 'note':
        return words.note
      case 'webhook':
        return words.webhook(labelIn(around.webhooks, action.webhook))
    }
  }
}

function personIn({ people }: Surroundings, idOrEmail: string): string {
  return (
    people.find(({ value, label }) => value === idOrEmail || label.includes(`(${idOrEmail})`))?.label ??
    idOrEmail
  )
}
