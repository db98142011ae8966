import type { RecordedEvent } from '../events/index.ts'
import type { Issue } from '../issues/index.ts'
import type { NewNotice, NoticeKind } from './notice.ts'

/**
 * What the handler of an issue is told of an event, as the issue is now; nothing of what they did themselves.
 * @param author - of the message or file, where the event is about one
 */
export function noticeOf(
  event: Pick<RecordedEvent, 'id' | 'kind' | 'actor' | 'data'>,
  { id, handlerId }: Pick<Issue, 'id' | 'handlerId'>,
  author: string | null,
): NewNotice | null {
  const { actor } = event
  if (handlerId === null || (actor.kind === 'user' && actor.id === handlerId)) return null
  const kind = kindOf(event, handlerId, author)
  if (kind === null) return null
  const byId = actor.kind === 'user' ? actor.id : null
  return { userId: handlerId, issueId: id, kind, cause: event.id, due: null, byId }
}

function kindOf(
  { kind, data }: Pick<RecordedEvent, 'kind' | 'data'>,
  handlerId: string,
  author: string | null,
): NoticeKind | null {
  switch (kind) {
    case 'issue.created':
      return 'assigned'
    case 'issue.step-changed':
    case 'issue.field-changed':
      return handlerAfter(data['changes']) === handlerId ? 'assigned' : null
    case 'message.received':
    case 'attachment.added':
      return author === 'customer' && data['internal'] !== true ? 'customer-replied' : null
    default:
      return null
  }
}

function handlerAfter(changes: unknown): unknown {
  const { handler } = (changes ?? {}) as { handler?: { to?: unknown } }
  return handler?.to
}
