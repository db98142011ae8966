import { Alert, Button, Code, Group, Modal, Stack } from '@mantine/core'
import { useTexts } from '../texts'
import { CopyButton } from '../ui'

/** A secret, this one time: the dialog closes only by the word of whoever stored it. */
export function SecretShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const texts = useTexts().webhooks
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.secret}
      centered
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="call">{texts.secretShown}</Alert>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Code block className="desk-wrap" flex={1} fz={13}>
            {secret}
          </Code>
          <CopyButton value={secret} />
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {texts.stored}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
