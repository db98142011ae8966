import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  Input,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { ROLES } from '../people/users'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { type Recipient, recipientsOf } from './rules'

const KINDS = ['customer', 'handler', 'role', 'address', 'phone'] as const
type Kind = (typeof KINDS)[number]
const MOST = 5

type Props = {
  value: Recipient | Recipient[]
  onChange: (to: Recipient | Recipient[]) => void
  path: string
  error: string | undefined
}

/** Who gets a message. */
export function RecipientsInput({ value, onChange, path, error }: Props) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const all = recipientsOf(value)
  const change = (next: Recipient[]) => onChange(next.length === 1 && next[0] ? next[0] : next)
  return (
    <Fieldset
      legend={<Input.Label component="span">{texts.recipients}</Input.Label>}
      variant="unstyled"
      p={0}
      data-path={path}
    >
      <Stack gap={6}>
        {all.map((one, index) => (
          // Recipients have no name of their own; their place is who they are.
          <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
            <RecipientInput
              value={one}
              onChange={(next) => change(all.map((other, place) => (place === index ? next : other)))}
            />
            {all.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={texts.removeRecipient}
                onClick={() => change(all.filter((_, place) => place !== index))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {error && (
          <Text size="sm" c="bad">
            {messageText(error)}
          </Text>
        )}
        {all.length < MOST && (
          <Group>
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={14} />}
              onClick={() => change([...all, 'handler'])}
            >
              {texts.addRecipient}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

function RecipientInput({ value, onChange }: { value: Recipient; onChange: (to: Recipient) => void }) {
  const texts = useTexts().rules
  return (
    <Group gap="xs" style={{ flex: 1 }} align="flex-start">
      <NativeSelect
        aria-label={texts.recipients}
        value={kindOf(value)}
        data={KINDS.map((kind) => ({ value: kind, label: texts.recipientKinds[kind] }))}
        onChange={(event) => onChange(begun(event.currentTarget.value as Kind))}
        w={220}
      />
      {typeof value !== 'string' && <Detail value={value} onChange={onChange} />}
    </Group>
  )
}

function Detail({
  value,
  onChange,
}: {
  value: Exclude<Recipient, string>
  onChange: (to: Recipient) => void
}) {
  const { rules: texts, people } = useTexts()
  if ('role' in value)
    return (
      <NativeSelect
        aria-label={texts.recipientKinds.role}
        value={value.role}
        data={ROLES.map((role) => ({ value: role, label: people.roles[role] }))}
        onChange={(event) => {
          const role = ROLES.find((one) => one === event.currentTarget.value)
          if (role) onChange({ role })
        }}
        w={220}
      />
    )
  return 'address' in value ? (
    <TextInput
      type="email"
      aria-label={texts.recipientKinds.address}
      placeholder="jana@example.com"
      value={value.address}
      onChange={(event) => onChange({ address: event.currentTarget.value })}
      w={260}
    />
  ) : (
    <TextInput
      type="tel"
      aria-label={texts.recipientKinds.phone}
      placeholder="+420601123456"
      value={value.phone}
      onChange={(event) => onChange({ phone: event.currentTarget.value })}
      w={260}
    />
  )
}

function kindOf(value: Recipient): Kind {
  if (typeof value === 'string') return value
  return 'role' in value ? 'role' : 'address' in value ? 'address' : 'phone'
}

function begun(kind: Kind): Recipient {
  if (kind === 'customer' || kind === 'handler') return kind
  return kind === 'role' ? { role: 'administrator' } : kind === 'address' ? { address: '' } : { phone: '' }
}
