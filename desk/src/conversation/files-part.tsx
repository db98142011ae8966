import { Text } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Loaded, Section } from '../ui'
import type { Issue } from '../work'
import { AttachButton } from './attach-button'
import './conversation.css'
import { FileRow } from './file-row'
import { Lightbox } from './lightbox'
import { type Attachment, useAttachments } from './parts'
import { useAttaching } from './use-attaching'
import { KINDS_SHOWN, MAX_FILE_BYTES, sizeText } from './what-may-be-attached'

/** The files of an issue: looked at, shown to the customer or hidden, added and deleted. */
export function FilesPart({ number }: { number: string; issue: Issue }) {
  const texts = useTexts().conversation
  const format = useFormat()
  const mayWrite = useMay('issues:write')
  const attachments = useAttachments(number)
  const attaching = useAttaching(number)
  return (
    <div
      className="talk-drop"
      data-over={attaching.isOver || undefined}
      {...(mayWrite ? { ...attaching.dropping, onPaste: attaching.onPaste } : {})}
    >
      <Section title={texts.files.title} actions={mayWrite && <AttachButton onFiles={attaching.attach} />}>
        <Loaded query={attachments}>{(files) => <Files number={number} files={files} />}</Loaded>
        {mayWrite && (
          <Text size="xs" c="dimmed">
            {texts.files.kinds(KINDS_SHOWN, sizeText(MAX_FILE_BYTES, format.number))}
          </Text>
        )}
      </Section>
    </div>
  )
}

function Files({ number, files }: { number: string; files: readonly Attachment[] }) {
  const texts = useTexts().conversation.files
  const [shown, setShown] = useState<string | null>(null)
  if (files.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.none}
      </Text>
    )
  return (
    <>
      <ul className="desk-list">
        {files.map((file) => (
          <FileRow key={file.id} number={number} file={file} onOpen={() => setShown(file.id)} />
        ))}
      </ul>
      <Lightbox number={number} files={files} shown={shown} onShow={setShown} />
    </>
  )
}
