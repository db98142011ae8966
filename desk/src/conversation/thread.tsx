import { Group, Stack, Text } from '@mantine/core'
import { IconLock, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { Empty } from '../ui'
import type { Issue } from '../work'
import { DeliveryLine } from './delivery-line'
import type { Entry } from './entries'
import { Lightbox } from './lightbox'
import { sideOf } from './parts'
import { Thumbnail } from './thumbnail'

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/** The conversation about an issue, oldest first. What the customer can read and what they cannot never look alike. */
export function Thread({
  number,
  issue,
  entries,
}: {
  number: string
  issue: Issue
  entries: readonly Entry[]
}) {
  const texts = useTexts().conversation
  if (entries.length === 0) return <Empty>{texts.none}</Empty>
  return (
    <ol className="talk-thread" aria-label={texts.title}>
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.kind === 'message' && <MessageEntry number={number} issue={issue} entry={entry} />}
          {entry.kind === 'files' && <FilesEntry number={number} issue={issue} entry={entry} />}
          {entry.kind === 'delivery' && <SentEntry number={number} entry={entry} />}
        </li>
      ))}
    </ol>
  )
}

function MessageEntry({ number, issue, entry }: { number: string; issue: Issue; entry: Of<'message'> }) {
  const texts = useTexts().conversation
  const { message, delivery } = entry
  const side = sideOf(message)
  const customer = issue.contact.name || texts.customer
  const who = side === 'customer' ? customer : message.by || texts.shop
  return (
    <article className="talk-entry" data-side={side}>
      <Head who={who} at={message.at} side={side}>
        {side === 'customer' && message.by && message.by !== customer ? texts.writtenBy(message.by) : null}
      </Head>
      <Text
        component="div"
        className="desk-wrap desk-lines"
        mt={4}
        {...(side === 'note' ? {} : { lang: issue.locale })}
      >
        {message.body}
      </Text>
      {delivery && (
        <div className="desk-hairline" style={{ marginTop: 10, paddingTop: 6 }}>
          <DeliveryLine number={number} delivery={delivery} />
        </div>
      )}
    </article>
  )
}

function Head({
  who,
  at,
  side,
  children = null,
}: {
  who: string
  at: string
  side: 'note' | 'shop' | 'customer'
  children?: string | null
}) {
  const texts = useTexts().conversation
  const format = useFormat()
  const kind = { note: texts.onlyWe, shop: texts.toCustomer, customer: texts.fromCustomer }[side]
  return (
    <Group justify="space-between" gap={6} align="baseline">
      <Text component="div" size="sm" className="desk-wrap">
        <strong>{who}</strong>{' '}
        <Text component="time" dateTime={at} size="sm" c="dimmed" className="talk-when">
          {format.dateTime(at)}
        </Text>
        {children && (
          <Text component="span" size="sm" c="dimmed">
            {' '}
            · {children}
          </Text>
        )}
      </Text>
      <span className="talk-kind">
        {side === 'note' && <IconLock size={14} aria-hidden />}
        {kind}
      </span>
    </Group>
  )
}

function FilesEntry({ number, issue, entry }: { number: string; issue: Issue; entry: Of<'files'> }) {
  const texts = useTexts().conversation
  const [shown, setShown] = useState<string | null>(null)
  const { files, from } = entry
  const isSeen = files.some((file) => file.public)
  const side = from === 'customer' ? 'customer' : isSeen ? 'shop' : 'note'
  return (
    <article className="talk-entry" data-side={side}>
      <Head
        who={from === 'customer' ? issue.contact.name || texts.customer : texts.shop}
        at={entry.at}
        side={side}
      >
        {texts.files.added(files.length)}
      </Head>
      <Group gap={8} mt={8}>
        {files.map((file) => (
          <Group key={file.id} gap={8} wrap="nowrap" maw="100%">
            <Thumbnail
              number={number}
              file={file}
              locked={!file.public && side !== 'note'}
              onOpen={() => setShown(file.id)}
            />
            {files.length === 1 && (
              <Text size="sm" className="desk-wrap">
                {file.name}
              </Text>
            )}
          </Group>
        ))}
      </Group>
      <Lightbox number={number} files={files} shown={shown} onShow={setShown} />
    </article>
  )
}

/** What rules and people sent that is no message of the conversation, like the link to the status page. */
function SentEntry({ number, entry }: { number: string; entry: Of<'delivery'> }) {
  const texts = useTexts().conversation.delivery
  const { delivery } = entry
  return (
    <Stack gap={2} className="talk-line">
      <Text size="sm" className="desk-wrap">
        <IconMail size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        {delivery.rule ? texts.byRule : texts.byHand}:{' '}
        <strong>{delivery.subject || delivery.text.slice(0, 80)}</strong>
      </Text>
      <DeliveryLine number={number} delivery={delivery} />
    </Stack>
  )
}
