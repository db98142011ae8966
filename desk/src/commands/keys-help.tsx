import { Modal, Stack, Switch, Text, Title } from '@mantine/core'
import { useTexts } from '../texts'
import { type Key, KeyHint, keysShown, switchKeys, useKeysAreOn } from '../work'

/** The keys that do something on this screen, and the switch for those of single characters. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { commands: texts, common } = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.keys}
      size={560}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Keys />
    </Modal>
  )
}

function Keys() {
  const texts = useTexts().commands
  const areOn = useKeysAreOn()
  const keys = keysShown()
  return (
    <Stack>
      <Part title={texts.here} keys={keys.filter(({ everywhere }) => !everywhere)} />
      <Part title={texts.everywhere} keys={keys.filter(({ everywhere }) => everywhere)} />
      <Switch
        checked={areOn}
        onChange={(event) => switchKeys(event.currentTarget.checked)}
        label={texts.singleKeys}
        description={texts.singleKeysHelp}
      />
    </Stack>
  )
}

function Part({ title, keys }: { title: string; keys: readonly Key[] }) {
  if (keys.length === 0) return null
  return (
    <section aria-label={title}>
      <Title order={3} mb={4}>
        {title}
      </Title>
      <dl className="commands-keys">
        {keys.map(({ keys: name, does }) => (
          <div key={name}>
            <Text component="dt">{does}</Text>
            <dd>
              <KeyHint keys={name} always />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
