import { ActionIcon, Group, MultiSelect, Select, Stack, TagsInput, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type Field, useFieldNames, useFields } from '../fields/fields'
import { useContentLocales } from '../api/content-locales'
import { useFormat, useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { Rule } from './deadlines-page'

type Condition = Rule['when'][number]
type Props = {
  rule: Rule
  at: number
  onChange: (part: Partial<Rule>) => void
  errorAt: (member: string, inside?: boolean) => string | undefined
}

/** For which issues a rule is: all that is said here has to hold. */
export function DeadlineConditions({ rule, at, onChange, errorAt }: Props) {
  const texts = useTexts().issueTypes.deadline
  const nameOf = useFieldNames()
  const fields = useFields()
  const free = ['locale', ...(fields.data ?? []).filter(isAskable).map(({ key }) => key)].filter(
    (key) => !rule.when.some(({ field }) => field === key),
  )
  const change = (index: number, condition: Condition) =>
    onChange({ when: rule.when.map((one, place) => (place === index ? condition : one)) })
  return (
    <Stack gap="xs" data-path={`rules.${at}.when`}>
      <Text fw={500} size="sm">
        {texts.when}
      </Text>
      <Text size="xs" c="dimmed">
        {texts.whenHelp}
      </Text>
      {rule.when.map((condition, index) => (
        <OneCondition
          key={condition.field}
          condition={condition}
          field={(fields.data ?? []).find(({ key }) => key === condition.field)}
          path={`rules.${at}.when.${index}`}
          error={errorAt(`when.${index}`, true)}
          onChange={(next) => change(index, next)}
          onRemove={() => onChange({ when: rule.when.filter((one) => one !== condition) })}
        />
      ))}
      <Select
        aria-label={texts.addCondition}
        placeholder={texts.addCondition}
        leftSection={<IconPlus size={16} aria-hidden />}
        maw={320}
        searchable
        data={free.map((key) => ({ value: key, label: nameOf(key) }))}
        value={null}
        onChange={(field) => field && onChange({ when: [...rule.when, { field, in: [] }] })}
      />
    </Stack>
  )
}

function isAskable({ type }: Field): boolean {
  return type === 'choice' || type === 'boolean' || type === 'text'
}

type OneProps = {
  condition: Condition
  field: Field | undefined
  path: string
  error: string | undefined
  onChange: (condition: Condition) => void
  onRemove: () => void
}

function OneCondition({ condition, field, path, error, onChange, onRemove }: OneProps) {
  const texts = useTexts().issueTypes.deadline
  const common = useTexts().common
  const nameOf = useFieldNames()
  const messageText = useMessageText()
  const choices = useChoices(condition, field)
  const label = texts.isOneOf(nameOf(condition.field))
  const control = {
    label,
    'data-path': path,
    value: condition.in.map(String),
    onChange: (values: string[]) =>
      onChange({
        ...condition,
        in: field?.type === 'boolean' ? values.map((value) => value === 'true') : values,
      }),
    error: messageText(error),
    style: { flex: 1, minWidth: 0 },
  }
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      {choices ? <MultiSelect {...control} data={choices} searchable /> : <TagsInput {...control} />}
      <ActionIcon variant="default" size={36} aria-label={`${common.remove}: ${label}`} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  )
}

/** What can be chosen for a field; `null` where any text may be. */
function useChoices({ field: key, in: values }: Condition, field: Field | undefined) {
  const common = useTexts().common
  const format = useFormat()
  const locales = useContentLocales()
  if (key === 'locale') {
    const tags = [...new Set([...locales, ...values.map(String)])]
    return tags.map((tag) => ({ value: tag, label: format.language(tag) }))
  }
  if (field?.type === 'boolean')
    return [
      { value: 'true', label: common.yes },
      { value: 'false', label: common.no },
    ]
  if (field?.type !== 'choice') return null
  return field.options.map(({ key: value, label }) => ({ value, label: format.text(label) || value }))
}
