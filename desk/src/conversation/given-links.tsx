import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { answer, api } from '../api/client'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Confirm, CopyButton, notify, useProblemText } from '../ui'
import { type LinkKey, useIssueChanged, useLinkKeys } from './parts'

/** Who was given a link that opens the page by itself; one can be ended, and one made to pass on. */
export function GivenLinks({ number }: { number: string }) {
  const texts = useTexts().conversation.page
  const mayWrite = useMay('issues:write')
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const links = useLinkKeys(number).data
  if (!links) return null
  return (
    <Stack gap={8}>
      {links.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.linksNone}
        </Text>
      ) : (
        <div>
          <Anchor
            component="button"
            type="button"
            size="sm"
            mih={24}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {texts.links(links.length)}
          </Anchor>
        </div>
      )}
      <ul id={id} className="desk-list" hidden={!isOpen}>
        {links.map((link) => (
          <Given key={link.id} number={number} link={link} />
        ))}
      </ul>
      {mayWrite && <MakeLink number={number} />}
    </Stack>
  )
}

function Given({ number, link }: { number: string; link: LinkKey }) {
  const texts = useTexts().conversation.page
  const format = useFormat()
  const mayWrite = useMay('issues:write')
  const state = link.revoked
    ? texts.linkRevoked(format.dateTime(link.revoked))
    : link.used
      ? texts.linkUsed(format.dateTime(link.used))
      : texts.linkUnused
  return (
    <li className="talk-file" style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Group justify="space-between" gap={6} align="flex-start">
        <div>
          <Text size="sm" fw={600} className="desk-wrap">
            {link.recipient}
          </Text>
          <Text size="xs" c="dimmed">
            {texts.linkMade} {format.dateTime(link.created)} · {state}
            {link.expires && !link.revoked && ` · ${texts.linkExpires(format.date(link.expires))}`}
          </Text>
        </div>
        {mayWrite && !link.revoked && <Revoke number={number} link={link} />}
      </Group>
    </li>
  )
}

function Revoke({ number, link }: { number: string; link: LinkKey }) {
  const texts = useTexts().conversation.page
  const changed = useIssueChanged(number)
  const [isAsked, setAsked] = useState(false)
  const revoke = async () => {
    const path = { number, id: link.id }
    await answer(api.DELETE('/api/v1/issues/{number}/link-keys/{id}', { params: { path } }))
    notify(texts.revoked)
    void changed()
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => setAsked(true)}
        aria-label={texts.revokeOf(link.recipient)}
      >
        {texts.revoke}
      </Button>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={texts.revokeTitle}
        action={texts.revoke}
        onConfirm={revoke}
      >
        {texts.revokeAbout(link.recipient)}
      </Confirm>
    </>
  )
}

/** A link to pass on by hand. Its address is told once. */
function MakeLink({ number }: { number: string }) {
  const texts = useTexts().conversation.page
  const changed = useIssueChanged(number)
  const problemText = useProblemText()
  const make = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/issues/{number}/link-keys', { params: { path: { number } } })),
    onSuccess: () => void changed(),
  })
  return (
    <Stack gap={6} align="flex-start">
      <Button size="compact-sm" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        {texts.make}
      </Button>
      {make.error && (
        <Text size="sm" c="bad" role="alert">
          {problemText(make.error)}
        </Text>
      )}
      {make.data && (
        <Alert color="call" variant="light" role="status">
          <Text size="sm">{texts.made}</Text>
          <Group gap={6} wrap="nowrap" align="flex-start" mt={4}>
            <Text className="desk-mono desk-wrap">{make.data.url}</Text>
            <CopyButton value={make.data.url} label={texts.madeCopy} />
          </Group>
        </Alert>
      )}
    </Stack>
  )
}
