import { IconFileText, IconFileTypePdf, IconLock, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../texts'
import type { Attachment } from './parts'

/** Where the bytes of an attachment lie. */
export function fileUrl(number: string, id: string): string {
  return `/api/v1/issues/${encodeURIComponent(number)}/attachments/${encodeURIComponent(id)}`
}

/** Whether browsers show it. */
export function isPicture({ mediaType }: Pick<Attachment, 'mediaType'>): boolean {
  return /^image\/(jpeg|png|webp)$/.test(mediaType)
}

/** An attachment in small: its picture where there is one, else what kind it is. A picture opens. */
export function Thumbnail({
  number,
  file,
  onOpen,
  locked = false,
}: {
  number: string
  file: Attachment
  onOpen: () => void
  locked?: boolean
}) {
  const texts = useTexts().conversation.files
  const lock = locked && (
    <span className="talk-thumb-lock" title={texts.internal}>
      <IconLock size={12} aria-hidden />
    </span>
  )
  if (!isPicture(file))
    return (
      <span className="talk-thumb">
        <KindIcon mediaType={file.mediaType} />
        {lock}
      </span>
    )
  return (
    <button type="button" className="talk-thumb" onClick={onOpen} aria-label={texts.look(file.name)}>
      <Small number={number} file={file} />
      {lock}
    </button>
  )
}

function Small({ number, file }: { number: string; file: Attachment }) {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <KindIcon mediaType={file.mediaType} />
  return (
    <img
      src={`${fileUrl(number, file.id)}/thumbnail`}
      alt=""
      loading="lazy"
      onError={() => setBroken(true)}
    />
  )
}

function KindIcon({ mediaType }: { mediaType: string }) {
  if (mediaType.startsWith('image/')) return <IconPhoto size={28} stroke={1.5} aria-hidden />
  if (mediaType === 'application/pdf') return <IconFileTypePdf size={28} stroke={1.5} aria-hidden />
  return <IconFileText size={28} stroke={1.5} aria-hidden />
}
