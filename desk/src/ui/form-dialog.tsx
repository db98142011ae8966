import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Problem } from '../api/problem'
import { useTexts } from '../texts'
import { useProblemText } from './problem-text'

type Props = {
  title: string
  /** What the button says that does it. */
  action: string
  onClose: () => void
  /** Does it; the dialog closes then, or stays and says why not. */
  onSubmit: () => Promise<void>
  /** What the refusal says of a member goes to its control by this. */
  children: (errorAt: (path: string) => string | undefined) => ReactNode
  /** The members, and what is within them, that have a control which shows their errors. */
  paths?: readonly string[]
  size?: string
  disabled?: boolean
  /** Whether the button has the focus at first, where nothing is asked. */
  isReady?: boolean
}

/** A dialog that asks for something and does it: its frame, while it is at work, and what no control tells of a refusal. */
export function FormDialog({
  title,
  action,
  onClose,
  onSubmit,
  children,
  paths = [],
  size = 'md',
  disabled = false,
  isReady = false,
}: Props) {
  const common = useTexts().common
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const errors = error instanceof Problem ? error.errors : []
  const isTold = errors.length > 0 && errors.every(({ path }) => paths.some((one) => isWithin(path, one)))
  const submit = async () => {
    if (isBusy || disabled) return
    setBusy(true)
    setError(null)
    try {
      await onSubmit()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      {/* Keys come up from its fields. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
      >
        <Stack gap="sm">
          {children((path) => errors.find((one) => one.path === path)?.message)}
          {error !== null && !isTold && (
            <Text c="bad" role="alert" className="desk-wrap">
              {problemText(error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button
              type="submit"
              disabled={disabled}
              loading={isBusy}
              {...(isReady ? { 'data-autofocus': true } : {})}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function isWithin(path: string, member: string): boolean {
  return path === member || path.startsWith(`${member}.`)
}
