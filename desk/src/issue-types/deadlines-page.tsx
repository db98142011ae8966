import { Button, Progress, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { answer, type Answer, api, tagged, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, SaveBar, Section, WritingLanguage } from '../ui'
import { Sortable } from '../ui/sortable'
import { DeadlineRow } from './deadline-row'
import { TypeFrame } from './type-frame'

export type Deadlines = Answer<'/api/v1/issue-types/{key}/deadlines', 'get'>
export type Rule = Deadlines['rules'][number]

function deadlinesSource(key: string): Source<Deadlines> {
  const path = { key }
  return {
    key: ['issue-types', key, 'deadlines'],
    read: () => tagged(api.GET('/api/v1/issue-types/{key}/deadlines', { params: { path } })),
    write: ({ rules }, etag) =>
      tagged(
        api.PUT('/api/v1/issue-types/{key}/deadlines', {
          params: { path, header: ifMatch(etag) },
          body: { rules },
        }),
      ),
    touches: [['issue-types', key, 'recomputation']],
  }
}

/** How long the shop has: rules, of which the first that is for an issue counts. */
export function DeadlinesPage() {
  const { type = '' } = useParams({ strict: false }) as { type?: string }
  const locales = useContentLocales()
  const source = useMemo(() => deadlinesSource(type), [type])
  const query = useQuery(sourceQuery(source))
  return (
    <TypeFrame typeKey={type}>
      <WritingLanguage locales={locales}>
        <Loaded query={query}>
          {(loaded) => <Editor key={type} typeKey={type} source={source} loaded={loaded} />}
        </Loaded>
      </WritingLanguage>
    </TypeFrame>
  )
}

type EditorProps = { typeKey: string; source: Source<Deadlines>; loaded: Tagged<Deadlines> }

function Editor({ typeKey, source, loaded }: EditorProps) {
  const texts = useTexts().issueTypes.deadline
  const format = useFormat()
  const draft = useDraft(source, loaded)
  const [open, setOpen] = useState<string | null>(null)
  const { rules } = draft.value
  const set = (next: readonly Rule[]) => draft.patch({ rules: [...next] })
  const nameOf = (path: string) => {
    const rule = rules[Number(path.split('.')[1])]
    return rule ? format.text(rule.name) || rule.key : path
  }
  const add = () => {
    const key = freeKey(rules)
    set([...rules, { ...emptyRule(key), name: { [format.locale]: texts.newRule } }])
    setOpen(key)
  }
  return (
    <Stack>
      <Recomputation typeKey={typeKey} />
      <Section
        title={texts.title}
        about={texts.about}
        actions={
          <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {texts.add}
          </Button>
        }
      >
        {rules.length === 0 && <Empty>{texts.none}</Empty>}
        <div data-path="rules">
          <Sortable
            items={rules}
            keyOf={({ key }) => key}
            nameOf={({ name, key }) => format.text(name) || key}
            onChange={set}
          >
            {(rule, at) => (
              <DeadlineRow
                typeKey={typeKey}
                rule={rule}
                at={at}
                isOpen={open === rule.key}
                onToggle={() => setOpen(open === rule.key ? null : rule.key)}
                onChange={(part) => set(rules.map((one) => (one === rule ? { ...one, ...part } : one)))}
                onRemove={() => set(rules.filter((one) => one !== rule))}
                errorAt={(member, inside) => draft.errorAt(`rules.${at}.${member}`, inside)}
              />
            )}
          </Sortable>
        </div>
      </Section>
      <SaveBar draft={draft} nameOf={nameOf} />
    </Stack>
  )
}

/** How far the latest change has come to the issues that are open; asked again until it is through. */
function Recomputation({ typeKey }: { typeKey: string }) {
  const texts = useTexts().issueTypes.deadline
  const { data } = useQuery({
    queryKey: ['issue-types', typeKey, 'recomputation'],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/issue-types/{key}/deadlines', { params: { path: { key: typeKey } } })))
        .recomputation,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1500 : false),
  })
  return (
    <div role="status">
      {data?.state === 'running' && (
        <>
          <Text size="sm">{texts.recomputing(data.done, data.total)}</Text>
          <Progress
            value={data.total > 0 ? (100 * data.done) / data.total : 0}
            aria-label={texts.recomputing(data.done, data.total)}
          />
        </>
      )}
    </div>
  )
}

function freeKey(rules: readonly Rule[]): string {
  for (let number = rules.length + 1; ; number++) {
    const key = `rule-${number}`
    if (!rules.some((rule) => rule.key === key)) return key
  }
}

function emptyRule(key: string): Rule {
  return {
    key,
    name: {},
    law: 'custom',
    when: [],
    start: { on: 'created' },
    length: { days: 30, unit: 'calendar' },
    roll: 'none',
    calendar: 'none',
    pauses: false,
    until: 'settled',
    longer: 'free',
    silence: 'nothing',
    words: {},
  }
}
