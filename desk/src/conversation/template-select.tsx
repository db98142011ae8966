import { Select } from '@mantine/core'
import { useTexts } from '../texts'
import { customerTemplates, type Issue, useWorkplace } from '../work'
import { type How, waysTo } from './sending'

type Props = {
  issue: Issue
  value: string | null
  onChoose: (key: string) => void
  /** The chooser was left without a choice. */
  onLeave: () => void
}

/** The message templates that can reach this customer, to be found by name. */
export function TemplateSelect({ issue, value, onChoose, onLeave }: Props) {
  const texts = useTexts().conversation
  const templates = customerTemplates(useWorkplace().data)
  const ways: readonly How[] = waysTo(issue)
  const groups = (['email', 'sms'] as const).map((channel) => ({
    group: texts.byChannel[channel],
    items: templates
      .filter((template) => template.channel === channel && ways.includes(channel))
      .map(({ key, name }) => ({ value: key, label: name })),
  }))
  return (
    <Select
      aria-label={texts.templateFind}
      placeholder={texts.templateFind}
      nothingFoundMessage={texts.templateNone}
      data={groups.filter(({ items }) => items.length > 0)}
      value={value}
      onChange={(key) => (key ? onChoose(key) : onLeave())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
      onBlur={onLeave}
      searchable
      autoFocus
      defaultDropdownOpened
      selectFirstOptionOnChange
      allowDeselect={false}
      maxDropdownHeight={280}
      comboboxProps={{ position: 'top-start' }}
      w={{ base: '100%', xs: 320 }}
    />
  )
}

/** What a template is called, and how it leaves. */
export function useTemplate(key: string | null): { name: string; channel: 'email' | 'sms' } | null {
  const found = useWorkplace().data?.templates.find((template) => template.key === key)
  return key === null ? null : { name: found?.name ?? key, channel: found?.channel ?? 'email' }
}
