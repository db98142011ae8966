import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { FormDialog, useMessageText } from '../ui'

type Props = {
  title: string
  /** What it begins with; of a new view nothing. */
  view: { name: string; shared: boolean } | null
  onClose: () => void
  onSave: (content: { name: string; shared: boolean }) => Promise<void>
}

/** The name of a view, and who sees it. */
export function ViewDialog({ title, view, onClose, onSave }: Props) {
  const { issueList, common } = useTexts()
  const texts = issueList.saved
  const messageText = useMessageText()
  const mayShare = useMay('issues:write')
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  return (
    <FormDialog
      title={title}
      action={common.save}
      onClose={onClose}
      onSubmit={() => onSave({ name, shared })}
      paths={['name']}
      disabled={!name.trim()}
    >
      {(errorAt) => (
        <>
          <TextInput
            label={texts.name}
            placeholder={texts.namePlaceholder}
            value={name}
            maxLength={80}
            required
            data-autofocus
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
            error={messageText(errorAt('name'))}
          />
          {mayShare && (
            <Checkbox
              label={texts.shared}
              description={texts.sharedAbout}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}
