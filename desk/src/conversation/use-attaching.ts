import { useState, type ClipboardEvent, type DragEvent } from 'react'
import { useFormat, useTexts } from '../texts'
import { notify } from '../ui'
import { useIssueChanged } from './parts'
import { startUploads } from './uploads'
import { MAX_FILE_BYTES, KINDS_SHOWN, sizeText, whyNotAttach } from './what-may-be-attached'

/** Takes files that are chosen, dropped or pasted; each that cannot be attached is named with the reason. */
export function useAttaching(number: string) {
  const texts = useTexts().conversation.files
  const format = useFormat()
  const changed = useIssueChanged(number)
  const [isOver, setOver] = useState(false)
  const attach = (files: Iterable<File>) => {
    const all = [...files]
    const why = {
      kind: texts.wrongKind(KINDS_SHOWN),
      size: texts.tooLarge(sizeText(MAX_FILE_BYTES, format.number)),
    }
    for (const file of all) {
      const reason = whyNotAttach(file)
      if (reason) notify(`${file.name}: ${why[reason]}`)
    }
    startUploads(
      number,
      all.filter((file) => whyNotAttach(file) === null),
      () => void changed(),
    )
  }
  return {
    attach,
    isOver,
    dropping: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        setOver(false)
        attach(event.dataTransfer.files)
      },
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return
      event.preventDefault()
      attach(event.clipboardData.files)
    },
  }
}
