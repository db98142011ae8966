import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { ActionForm } from './action-form'
import type { ErrorAt } from './dry-run'
import type { Action, ActionKind } from './rules'
import type { Surroundings } from './surroundings'

const BEGUN: Readonly<Record<ActionKind, Action>> = {
  send: { do: 'send', template: '', to: 'customer' },
  move: { do: 'move', to: '' },
  set: { do: 'set', field: '', value: null },
  assign: { do: 'assign', to: null },
  note: { do: 'note', body: '' },
  webhook: { do: 'webhook', webhook: '' },
}
const KINDS = Object.keys(BEGUN) as ActionKind[]
const MOST = 20

type Props = {
  value: readonly Action[]
  onChange: (actions: Action[]) => void
  errorAt: ErrorAt
  around: Surroundings
}

/** What a rule does, one after the other. */
export function ActionsPart({ value, onChange, errorAt, around }: Props) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const swap = (one: number, other: number) => {
    const next = [...value]
    const [here, there] = [next[one], next[other]]
    if (!here || !there) return
    next[one] = there
    next[other] = here
    onChange(next)
  }
  return (
    <Stack gap="sm" data-path="actions">
      {value.length === 0 && <Text c="dimmed">{texts.noActions}</Text>}
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {value.map((action, index) => (
          // Actions have no name of their own; their place is who they are.
          <li key={index} className="desk-sortable-row">
            <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
              <Head
                action={action}
                index={index}
                isLast={index === value.length - 1}
                onSwap={(other) => swap(index, other)}
                onRemove={() => onChange(value.filter((_, place) => place !== index))}
              />
              <ActionForm
                value={action}
                onChange={(next) => onChange(value.map((one, place) => (place === index ? next : one)))}
                path={`actions.${index}`}
                errorAt={errorAt}
                around={around}
              />
            </Stack>
          </li>
        ))}
      </Stack>
      {errorAt('actions') && <Text c="bad">{messageText(errorAt('actions'))}</Text>}
      {value.length < MOST && <Add onAdd={(kind) => onChange([...value, BEGUN[kind]])} />}
    </Stack>
  )
}

type HeadProps = {
  action: Action
  index: number
  isLast: boolean
  onSwap: (other: number) => void
  onRemove: () => void
}

function Head({ action, index, isLast, onSwap, onRemove }: HeadProps) {
  const texts = useTexts().rules
  const name = `${index + 1}. ${texts.doNames[action.do]}`
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text fw={600} component="h3">
        {name}
      </Text>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === 0}
          onClick={() => onSwap(index - 1)}
          aria-label={texts.earlier(name)}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isLast}
          onClick={() => onSwap(index + 1)}
          aria-label={texts.later(name)}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={texts.removeAction(name)}>
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
    </Group>
  )
}

function Add({ onAdd }: { onAdd: (kind: ActionKind) => void }) {
  const texts = useTexts().rules
  return (
    <Group>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={16} />}>
            {texts.addAction}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => onAdd(kind)}>
              {texts.doNames[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
