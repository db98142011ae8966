import { ActionIcon, Button, Group, SimpleGrid, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Draft } from '../api/draft'
import { useFormat, useTexts } from '../texts'
import { Section, TextsInput, useMessageText } from '../ui'
import { Sortable } from '../ui/sortable'
import type { Field } from './fields'

type Option = Field['options'][number]

/** What a choice can be, in its order. */
export function OptionList({ draft }: { draft: Draft<Field> }) {
  const texts = useTexts().fields
  const common = useTexts().common
  const format = useFormat()
  const messageText = useMessageText()
  const { options } = draft.value
  const set = (next: readonly Option[]) => draft.patch({ options: [...next] })
  const change = (at: number, part: Partial<Option>) =>
    set(options.map((option, index) => (index === at ? { ...option, ...part } : option)))
  const isStored = (key: string) => draft.stored.options.some((option) => option.key === key)
  return (
    <Section title={texts.options} about={texts.optionsHelp}>
      <div data-path="options">
        <Sortable
          items={options}
          keyOf={(option) => String(options.indexOf(option))}
          nameOf={(option) => format.text(option.label) || option.key}
          onChange={set}
        >
          {(option) => {
            const at = options.indexOf(option)
            return (
              <Group align="flex-end" gap="xs" wrap="nowrap">
                <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ flex: 1 }} spacing="xs">
                  <TextsInput
                    label={texts.label}
                    path={`options.${at}.label`}
                    value={option.label}
                    onChange={(label) => change(at, { label })}
                    errorAt={draft.errorAt}
                  />
                  <TextInput
                    label={texts.key}
                    data-path={`options.${at}.key`}
                    readOnly={isStored(option.key)}
                    value={option.key}
                    onChange={(event) => change(at, { key: event.currentTarget.value })}
                    error={messageText(draft.errorAt(`options.${at}.key`))}
                  />
                </SimpleGrid>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={`${common.remove}: ${format.text(option.label) || option.key}`}
                  onClick={() => set(options.filter((one) => one !== option))}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              </Group>
            )
          }}
        </Sortable>
      </div>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => set([...options, { key: `option-${options.length + 1}`, label: {} }])}
      >
        {texts.addOption}
      </Button>
    </Section>
  )
}
