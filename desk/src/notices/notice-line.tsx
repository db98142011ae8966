import { Group, Text } from '@mantine/core'
import { IconAlarm, IconAlertTriangle, IconMessage2, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { issuePath } from '../work/issue-path'
import { ago } from './ago'
import { type Notice, useMarkRead } from './notices'
import './notices.css'

const MARKS = {
  assigned: { icon: IconUserPlus, colour: 'accent-ink' },
  'customer-replied': { icon: IconMessage2, colour: 'accent-ink' },
  'deadline-near': { icon: IconAlarm, colour: 'call' },
  'deadline-passed': { icon: IconAlertTriangle, colour: 'bad' },
} as const

/** One notice: what happened, to which issue, when. It leads to the issue, and is read then. */
export function NoticeLine({ notice, onGo }: { notice: Notice; onGo?: () => void }) {
  const texts = useTexts().notices
  const format = useFormat()
  const [now] = useState(Date.now)
  const mark = useMarkRead()
  const { icon: Icon, colour } = MARKS[notice.kind]
  const { number, contact } = notice.issue
  return (
    <li className="notice" data-unread={notice.read ? undefined : true}>
      <Link
        to={issuePath(number)}
        className="notice-link"
        onClick={() => {
          if (!notice.read) mark.mutate({ ids: [notice.id] })
          onGo?.()
        }}
      >
        <Icon size={18} aria-hidden color={`var(--desk-${colour})`} style={{ flex: 'none', marginTop: 1 }} />
        <span className="notice-words">
          <Text component="span" size="md" fw={notice.read ? 400 : 650} className="desk-wrap">
            {useSentence(notice)}
          </Text>
          <Group component="span" gap="0 8px">
            <Text component="span" size="sm" c="dimmed">
              <bdi>{number}</bdi>
              {contact && notice.kind !== 'customer-replied' && ` · ${contact}`}
            </Text>
            <Text component="time" size="sm" c="dimmed" title={format.dateTime(notice.at)}>
              {ago(notice.at, now, format.locale)}
            </Text>
          </Group>
        </span>
        {!notice.read && <span className="notice-dot" role="img" aria-label={texts.unread} />}
      </Link>
    </li>
  )
}

function useSentence({ kind, by, due, issue }: Notice): string {
  const { says } = useTexts().notices
  const format = useFormat()
  const day = due === null ? '' : format.shortDay(due)
  if (kind === 'assigned') return says.assigned(by?.name ?? '')
  return says[kind](kind === 'customer-replied' ? issue.contact : day)
}
