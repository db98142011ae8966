import { Checkbox, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Draft } from '../api/draft'
import { useTexts } from '../texts'
import { Section, useMessageText } from '../ui'
import { ActionsPart } from './actions-part'
import { DryRunPart } from './dry-run-part'
import { type ErrorAt, useDryRun } from './dry-run'
import type { RuleDraft } from './rules'
import { useSentence } from './sentence'
import { type Surroundings, useSurroundings } from './surroundings'
import { TriggerPart } from './trigger-part'

const ConditionEditor = lazy(async () => ({ default: (await import('./condition-editor')).ConditionEditor }))

/** A rule from its name to what it would have done: when, if, then, and a try. */
export function RuleForm({ draft }: { draft: Draft<RuleDraft> }) {
  const texts = useTexts().rules
  const around = useSurroundings(draft.value.issueType)
  const dryRun = useDryRun(draft.value)
  const sentence = useSentence(around)
  const { value, patch } = draft
  const errorAt: ErrorAt = (path, inside) => draft.errorAt(path, inside) ?? dryRun.errorAt(path, inside)
  return (
    <Stack gap="md">
      <General value={value} onChange={patch} errorAt={errorAt} around={around} />
      <Section title={texts.whenTitle} about={texts.whenAbout}>
        <TriggerPart
          value={value.trigger}
          onChange={(trigger) => patch({ trigger })}
          errorAt={errorAt}
          around={around}
        />
      </Section>
      <Section title={texts.ifTitle} about={texts.ifAbout}>
        <Suspense fallback={<Text c="dimmed">…</Text>}>
          {around.fields.length > 0 && (
            <ConditionEditor
              value={value.condition}
              onChange={(condition) => patch({ condition })}
              trigger={value.trigger}
              errorAt={errorAt}
              around={around}
            />
          )}
        </Suspense>
      </Section>
      <Section title={texts.thenTitle} about={texts.thenAbout}>
        <ActionsPart
          value={value.actions}
          onChange={(actions) => patch({ actions })}
          errorAt={errorAt}
          around={around}
        />
      </Section>
      <DryRunPart dryRun={dryRun} sentence={value.actions.length > 0 ? sentence(value) : null} />
    </Stack>
  )
}

type Props = {
  value: RuleDraft
  onChange: (part: Partial<RuleDraft>) => void
  errorAt: ErrorAt
  around: Surroundings
}

function General({ value, onChange, errorAt, around }: Props) {
  const { rules: texts, common } = useTexts()
  const messageText = useMessageText()
  return (
    <Section title={texts.rule}>
      <Switch
        label={texts.enabled}
        description={texts.enabledHelp}
        data-path="enabled"
        checked={value.enabled}
        onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={common.name}
          data-path="name"
          value={value.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={messageText(errorAt('name'))}
          required
        />
        <Select
          label={texts.issueType}
          placeholder={texts.allTypes}
          data-path="issueType"
          data={around.types}
          value={value.issueType}
          onChange={(issueType) => onChange({ issueType })}
          clearable
          error={messageText(errorAt('issueType'))}
        />
      </SimpleGrid>
      <Checkbox
        label={texts.once}
        description={texts.onceHelp}
        data-path="once"
        checked={value.once}
        onChange={(event) => onChange({ once: event.currentTarget.checked })}
      />
      <Checkbox
        label={texts.stop}
        description={texts.stopHelp}
        data-path="stop"
        checked={value.stop}
        onChange={(event) => onChange({ stop: event.currentTarget.checked })}
      />
    </Section>
  )
}

/** The name of a member that errors name, like "Then" for `actions.0.template`. */
export function useRuleMemberName(): (path: string) => string {
  const { rules: texts, common } = useTexts()
  const names: Readonly<Record<string, string>> = {
    name: common.name,
    issueType: texts.issueType,
    enabled: texts.enabled,
    trigger: texts.whenTitle,
    condition: texts.ifTitle,
    actions: texts.thenTitle,
    once: texts.once,
    stop: texts.stop,
  }
  return (path) => names[path.split('.')[0] ?? ''] ?? path
}
