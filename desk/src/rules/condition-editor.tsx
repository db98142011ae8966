import { Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { type Classnames, type FullField, QueryBuilder, type RuleGroupType } from 'react-querybuilder'
import { isSame } from '../api/merge'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { CONTROLS, type Means } from './condition-controls'
import { conditionOf, groupOf, plainCondition } from './conditions'
import './condition.css'
import type { ErrorAt } from './dry-run'
import type { Condition, Trigger } from './rules'
import { fieldsWith, type Surroundings } from './surroundings'

type Props = {
  value: Condition | null
  onChange: (condition: Condition | null) => void
  trigger: Trigger
  errorAt: ErrorAt
  around: Surroundings
}

const CLASSES: Partial<Classnames> = {
  ruleGroup: 'condition-group',
  header: 'condition-header',
  body: 'condition-body',
  rule: 'condition-rule',
}

/** What has to hold besides: comparisons in groups. Its script is loaded when the first one is shown. */
export function ConditionEditor({ value, onChange, trigger, errorAt, around }: Props) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const [group, setGroup] = useQuery(value, onChange)
  const hasNotes = trigger.on === 'message.received' && trigger.internal === true
  const { fields: all, nameOf, operatorsOf } = around
  const offered = fieldsWith(all, trigger.on, hasNotes)
  const fields: FullField[] = offered.map((field) => ({
    name: field.key,
    value: field.key,
    label: nameOf(field),
    operators: operatorsOf(field.kind).map((operator) => ({
      name: operator,
      value: operator,
      label: texts.operators[operator] ?? operator,
    })),
  }))
  const means: Means = { around, errorAt }
  return (
    <div data-path="condition">
      {group.rules.length === 0 && <Text c="dimmed">{texts.always}</Text>}
      <QueryBuilder
        query={group}
        onQueryChange={setGroup}
        fields={fields}
        context={means}
        controlElements={CONTROLS}
        controlClassnames={CLASSES}
        suppressStandardClassnames
        showNotToggle
        resetOnFieldChange
        resetOnOperatorChange
        addRuleToNewGroups
        getDefaultValue={() => ''}
        enableMountQueryChange={false}
        translations={{
          fields: { title: texts.field },
          operators: { title: texts.operator },
          value: { title: texts.value },
        }}
      />
      {errorAt('condition') && <Text c="bad">{messageText(errorAt('condition'))}</Text>}
    </div>
  )
}

/** The editor's own query, whose ids stay while one types; what it asks for is told when it changes. */
function useQuery(value: Condition | null, onChange: (condition: Condition | null) => void) {
  const plain = useMemo(() => plainCondition(value), [value])
  const [group, setGroup] = useState<RuleGroupType>(() => groupOf(plain) as RuleGroupType)
  useEffect(() => {
    // What was dropped, or merged in, comes from outside.
    // oxlint-disable-next-line react/set-state-in-effect
    setGroup((now) => (isSame(conditionOf(now), plain) ? now : (groupOf(plain) as RuleGroupType)))
  }, [plain])
  const change = (next: RuleGroupType) => {
    setGroup(next)
    const condition = conditionOf(next)
    if (!isSame(condition, plain)) onChange(condition)
  }
  return [group, change] as const
}
