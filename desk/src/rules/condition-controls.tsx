// The editor's handlers are typed as methods, and use no `this`.
/* oxlint-disable typescript/unbound-method */
import { ActionIcon, Button, Checkbox, NativeSelect, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type {
  ActionProps,
  CombinatorSelectorProps,
  ControlElementsProp,
  FieldSelectorProps,
  FullField,
  NotToggleProps,
  OperatorSelectorProps,
  ValueEditorProps,
} from 'react-querybuilder'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { pathOf } from './conditions'
import type { ErrorAt } from './dry-run'
import type { Choice, Surroundings } from './surroundings'
import { ValueInput } from './value-input'

/** What the controls need to know beside what the editor hands them. */
export type Means = { around: Surroundings; errorAt: ErrorAt }

type Options = readonly { name?: string; value?: string; label: string }[]

function choicesIn(options: unknown): Choice[] {
  return (options as Options).map(({ name, value, label }) => ({ value: value ?? name ?? '', label }))
}

function meansOf(context: unknown): Means {
  return context as Means
}

function FieldControl({ value, options, handleOnChange, path, context }: FieldSelectorProps) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const at = `${pathOf(path)}.field`
  const choices = choicesIn(options)
  const known = choices.some((choice) => choice.value === value)
  return (
    <Select
      aria-label={texts.field}
      data-path={at}
      data={value && !known ? [...choices, { value, label: value }] : choices}
      value={value ?? null}
      onChange={(field) => field && handleOnChange(field)}
      searchable
      allowDeselect={false}
      maxDropdownHeight={300}
      error={messageText(meansOf(context).errorAt(at))}
    />
  )
}

function OperatorControl({ value, options, handleOnChange, path, context }: OperatorSelectorProps) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const at = `${pathOf(path)}.operator`
  return (
    <NativeSelect
      aria-label={texts.operator}
      data-path={at}
      data={choicesIn(options)}
      value={value ?? ''}
      onChange={(event) => handleOnChange(event.currentTarget.value)}
      error={messageText(meansOf(context).errorAt(at))}
    />
  )
}

function ValueControl({ field, operator, value, handleOnChange, path, context }: ValueEditorProps) {
  const { around, errorAt } = meansOf(context)
  const at = `${pathOf(path)}.value`
  const known = around.fieldOf(field)
  if (!known || operator === 'null' || operator === 'notNull') return <span />
  return (
    <ValueInput
      field={known}
      operator={operator}
      value={value}
      onChange={handleOnChange}
      path={at}
      error={errorAt(at, true)}
      around={around}
      isMoving
    />
  )
}

function CombinatorControl({ value, handleOnChange }: CombinatorSelectorProps) {
  const texts = useTexts().rules
  return (
    <NativeSelect
      aria-label={texts.combinator}
      data={[
        { value: 'and', label: texts.and },
        { value: 'or', label: texts.or },
      ]}
      value={value ?? 'and'}
      onChange={(event) => handleOnChange(event.currentTarget.value)}
    />
  )
}

function NotControl({ checked, handleOnChange }: NotToggleProps) {
  const texts = useTexts().rules
  return (
    <Checkbox
      label={texts.not}
      checked={checked ?? false}
      onChange={(event) => handleOnChange(event.currentTarget.checked)}
    />
  )
}

function AddRule({ handleOnClick }: ActionProps) {
  const texts = useTexts().rules
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={(event) => handleOnClick(event)}
    >
      {texts.addComparison}
    </Button>
  )
}

function AddGroup({ handleOnClick }: ActionProps) {
  const texts = useTexts().rules
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={(event) => handleOnClick(event)}
    >
      {texts.addGroup}
    </Button>
  )
}

function Remove({ handleOnClick, ruleOrGroup }: ActionProps) {
  const texts = useTexts().rules
  const label = 'rules' in ruleOrGroup ? texts.removeGroup : texts.removeComparison
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      className="condition-remove"
      aria-label={label}
      onClick={(event) => handleOnClick(event)}
    >
      <IconTrash size={18} />
    </ActionIcon>
  )
}

export const CONTROLS: ControlElementsProp<FullField, string> = {
  fieldSelector: FieldControl,
  operatorSelector: OperatorControl,
  valueEditor: ValueControl,
  combinatorSelector: CombinatorControl,
  notToggle: NotControl,
  addRuleAction: AddRule,
  addGroupAction: AddGroup,
  removeRuleAction: Remove,
  removeGroupAction: Remove,
}
