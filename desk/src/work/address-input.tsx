import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useId, useMemo } from 'react'
import { useFormat, useTexts } from '../texts'
import { useMessageText } from '../ui'
import { countriesIn } from './countries'
import type { ValueInputProps } from './value-input'

type Part = 'street' | 'postalCode' | 'city' | 'country'
type Address = Partial<Record<Part, string>>

/** An address in its parts; the country by its name. */
export function AddressInput({
  label,
  isLabelShown = true,
  description,
  value,
  onChange,
  path,
  errorAt,
  required = false,
  autoFocus = false,
}: ValueInputProps) {
  const texts = useTexts().work.address
  const { locale } = useFormat()
  const messageText = useMessageText()
  const id = useId()
  const countries = useMemo(() => countriesIn(locale), [locale])
  const address: Address = typeof value === 'object' && value !== null ? value : {}
  const change = (part: Part, text: string) => {
    const next: Address = { ...address, [part]: text }
    if (text === '') delete next[part]
    onChange(Object.keys(next).length > 0 ? next : null)
  }
  const line = (part: Exclude<Part, 'country'>) => ({
    label: texts[part],
    'data-path': `${path}.${part}`,
    error: messageText(errorAt?.(`${path}.${part}`)),
    value: address[part] ?? '',
    maxLength: 200,
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change(part, event.currentTarget.value),
  })
  const error = messageText(errorAt?.(path))
  return (
    <Stack gap={4} role="group" aria-labelledby={id} data-path={path}>
      <Text id={id} size="sm" fw={500} hidden={!isLabelShown} component="div">
        {label}
        {required && <span aria-hidden> *</span>}
      </Text>
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      {error && (
        <Text size="xs" c="bad" role="alert">
          {error}
        </Text>
      )}
      <TextInput {...line('street')} autoFocus={autoFocus} />
      <Group gap={8} wrap="nowrap" align="flex-start">
        <TextInput {...line('postalCode')} w={110} flex="none" />
        <TextInput {...line('city')} flex={1} miw={0} />
      </Group>
      <Select
        label={texts.country}
        data-path={`${path}.country`}
        error={messageText(errorAt?.(`${path}.country`))}
        data={countries}
        value={address.country ?? null}
        onChange={(next) => change('country', next ?? '')}
        searchable
        clearable
      />
    </Stack>
  )
}
