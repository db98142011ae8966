import { Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { useFormat, useTexts } from '../texts'
import { Loaded, SaveBar, WritingLanguage } from '../ui'
import { Sortable } from '../ui/sortable'
import { stepFlags } from './step-checks'
import { StepRow } from './step-row'
import { TypeFrame } from './type-frame'
import type { Step } from './types'

const StepGraph = lazy(async () => ({ default: (await import('./step-graph')).StepGraph }))

type Steps = Answer<'/api/v1/issue-types/{key}/steps', 'get'>

function stepsSource(key: string): Source<Steps> {
  const path = { key }
  return {
    key: ['issue-types', key, 'steps'],
    read: () => tagged(api.GET('/api/v1/issue-types/{key}/steps', { params: { path } })),
    write: (body, etag) =>
      tagged(api.PUT('/api/v1/issue-types/{key}/steps', { params: { path, header: ifMatch(etag) }, body })),
    touches: [['issue-types', key, 'step-list']],
  }
}

/** The workflow of a type: which steps there are, and which way leads from one to the next. */
export function StepsPage() {
  const { type = '' } = useParams({ strict: false }) as { type?: string }
  const locales = useContentLocales()
  const source = useMemo(() => stepsSource(type), [type])
  const query = useQuery(sourceQuery(source))
  return (
    <TypeFrame typeKey={type}>
      <WritingLanguage locales={locales}>
        <Loaded query={query}>{(loaded) => <Editor key={type} source={source} loaded={loaded} />}</Loaded>
      </WritingLanguage>
    </TypeFrame>
  )
}

function Editor({ source, loaded }: { source: Source<Steps>; loaded: Tagged<Steps> }) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  const locales = useContentLocales()
  const draft = useDraft(source, loaded)
  const [display, setDisplay] = useState<'list' | 'graph'>('list')
  const [open, setOpen] = useState<string | null>(null)
  const { steps } = draft.value
  const flags = useMemo(() => stepFlags(steps, locales), [steps, locales])
  const set = (next: readonly Step[]) => draft.patch({ steps: [...next] })
  const change = (at: number, part: Partial<Step>) =>
    set(steps.map((step, index) => (index === at ? { ...step, ...part } : step)))
  const remove = (key: string) =>
    set(
      steps
        .filter((step) => step.key !== key)
        .map((step) => ({ ...step, next: step.next.filter(({ to }) => to !== key) })),
    )
  const add = () => {
    const key = freeKey(steps)
    set([...steps, { ...emptyStep(key), name: { [format.locale]: texts.newStep } }])
    setOpen(key)
  }
  const nameOf = (path: string) => {
    const [, index, member = ''] = path.split('.')
    const step = steps[Number(index)]
    const members: Readonly<Record<string, string>> = texts.step
    return step ? `${format.text(step.name) || step.key}: ${members[member] ?? member}` : path
  }
  return (
    <Stack>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={texts.display}
          value={display}
          onChange={(chosen) => setDisplay(chosen === 'graph' ? 'graph' : 'list')}
          data={[
            { value: 'list', label: texts.list },
            { value: 'graph', label: texts.graph },
          ]}
        />
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          {texts.addStep}
        </Button>
      </Group>
      {display === 'graph' && (
        <Suspense fallback={<Skeleton height={320} />}>
          <StepGraph steps={steps} flags={flags} chosen={open} onChoose={setOpen} />
        </Suspense>
      )}
      <div data-path="steps">
        <Sortable
          items={display === 'graph' ? steps.filter(({ key }) => key === open) : steps}
          keyOf={(step) => step.key}
          nameOf={(step) => format.text(step.name) || step.key}
          onChange={(sorted) => display === 'list' && set(sorted)}
        >
          {(step) => {
            const at = steps.indexOf(step)
            return (
              <StepRow
                step={step}
                steps={steps}
                at={at}
                isOpen={open === step.key}
                onToggle={() => setOpen(open === step.key ? null : step.key)}
                flags={flags.get(step.key) ?? []}
                onChange={(part) => change(at, part)}
                onRemove={() => remove(step.key)}
                onDuplicate={() => {
                  const key = freeKey(steps)
                  set(steps.toSpliced(at + 1, 0, { ...step, key }))
                  setOpen(key)
                }}
                errorAt={(path, inside) => draft.errorAt(`steps.${at}.${path}`, inside)}
                isNew={!draft.stored.steps.some(({ key }) => key === step.key)}
                onRename={(key) => {
                  set(renamed(steps, step.key, key))
                  setOpen(key)
                }}
              />
            )
          }}
        </Sortable>
      </div>
      <SaveBar draft={draft} nameOf={nameOf} />
    </Stack>
  )
}

function freeKey(steps: readonly Step[]): string {
  for (let number = steps.length + 1; ; number++) {
    const key = `step-${number}`
    if (!steps.some((step) => step.key === key)) return key
  }
}

/** The same steps with another key for one of them, and all ways to it. */
function renamed(steps: readonly Step[], from: string, key: string): Step[] {
  return steps.map((step) => ({
    ...step,
    key: step.key === from ? key : step.key,
    next: step.next.map((way) => (way.to === from ? { ...way, to: key } : way)),
  }))
}

function emptyStep(key: string): Step {
  return {
    key,
    name: {},
    publicName: {},
    explanation: {},
    whatNext: {},
    stage: 'review',
    turn: 'us',
    category: 'open',
    outcome: null,
    hidden: false,
    colour: null,
    pauses: false,
    required: [],
    next: [],
  }
}
