import { useFormat, useTexts } from '../texts'
import { useValueText } from '../work'
import type { IssueEvent } from './history-part'
import { maskedAccount } from './masked-account'
import { withField } from './members'
import { useOnPage } from './page-context'

/** What happened, as the end of a sentence that begins with who did it; and what it was in detail. */
export type EventWords = { says: string; details: string[] }

/** Says events of an issue's history in words. */
export function useEventWords(): (event: IssueEvent) => EventWords {
  const texts = useTexts().issuePage.history
  const { ways } = useTexts().issuePage.deadline
  const format = useFormat()
  const { issue, names, workplace } = useOnPage()
  const textOf = useValueText(workplace)
  const step = (key: unknown) => names.step(issue.type, textIn(key))
  const day = (value: unknown) => (typeof value === 'string' ? format.shortDay(value) : texts.none)

  const valueIn = (field: string, value: unknown) => {
    const text = textOf(withField(issue, field, value, names.user), field)
    if (value === null || text === '') return texts.none
    if (names.fieldOf(field)?.type === 'file') return texts.aFile
    return names.fieldOf(field)?.type === 'bank-account' ? maskedAccount(text) : text
  }
  const changesIn = (changes: unknown) =>
    Object.entries((changes ?? {}) as Record<string, { from: unknown; to: unknown }>).map(
      ([field, { from, to }]) => texts.change(names.field(field), valueIn(field, from), valueIn(field, to)),
    )

  return ({ kind, data }) => {
    const only = (says: string, ...details: string[]): EventWords => ({
      says,
      details: details.filter((detail) => detail !== ''),
    })
    switch (kind) {
      case 'issue.created':
        return only(texts.created(step(data['step'])))
      case 'issue.step-changed':
        return only(
          texts.moved(step(data['from']), step(data['to'])),
          textIn(data['comment']),
          ...changesIn(data['changes']),
        )
      case 'issue.step-undone':
        return only(texts.undone(step(data['from']), step(data['to'])), ...changesIn(data['changes']))
      case 'issue.field-changed': {
        const changes = changesIn(data['changes'])
        const [one] = changes
        return changes.length === 1 && one ? only(texts.changedOne(one)) : only(texts.changed, ...changes)
      }
      case 'issue.linked':
        return only(texts.linked(wordIn(texts.roles, data['as']), textIn(data['other']) || texts.erased))
      case 'issue.unlinked':
        return only(texts.unlinked(textIn(data['other']) || texts.erased))
      case 'message.received':
        return only(
          data['internal'] === true
            ? texts.noted
            : data['from'] === 'customer'
              ? texts.customerWrote
              : texts.wrote,
        )
      case 'attachment.added':
        return only(texts.attached(textIn(data['name'])), data['public'] === true ? texts.seen : texts.unseen)
      case 'attachment.changed':
        return only((data['public'] === true ? texts.shown : texts.hidden)(textIn(data['name'])))
      case 'attachment.deleted':
        return only(texts.fileDeleted(textIn(data['name'])))
      case 'deadline.moved':
        return only(texts.deadline(day(data['from']), day(data['to'])), wordIn(texts.reasons, data['reason']))
      case 'deadline.extended':
        return only(texts.extended(day(data['to'])), consentIn(data['consent']), textIn(data['comment']))
      case 'deadline.near':
        return only(texts.near(day(data['due'])))
      case 'deadline.passed':
        return only(texts.passed(day(data['due'])))
      case 'waiting.for-customer':
        return only(
          texts.waited(
            typeof data['since'] === 'number' ? format.date(new Date(data['since']).toISOString()) : '',
          ),
        )
      case 'schedule':
        return only(texts.schedule)
      default:
        return only(kind)
    }
  }

  function consentIn(consent: unknown): string {
    const { by, how } = (consent ?? {}) as { by?: string; how?: string }
    return by ? texts.consent(by, wordIn(ways, how)) : ''
  }
}

/** The word for a key that the API may have and the desk not know yet. */
function wordIn(words: Readonly<Record<string, string>>, key: unknown): string {
  return words[textIn(key)] ?? ''
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
