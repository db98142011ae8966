import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Loaded, SaveBar, Section, useMessageText } from '../ui'
import { exampleNumbers, isGuessable } from './number-example'
import { TypeFrame } from './type-frame'

type Series = Answer<'/api/v1/issue-types/{key}/number-series', 'get'>
const THIS_YEAR = new Date().getFullYear()
const TOKENS = ['{YYYY}', '{YY}', '{seq:5}', '{rand:4}'] as const

function seriesSource(key: string): Source<Series> {
  const path = { key }
  return {
    key: ['issue-types', key, 'number-series'],
    read: () => tagged(api.GET('/api/v1/issue-types/{key}/number-series', { params: { path } })),
    write: (body, etag) =>
      tagged(
        api.PUT('/api/v1/issue-types/{key}/number-series', { params: { path, header: ifMatch(etag) }, body }),
      ),
  }
}

/** How the numbers of new issues look. */
export function NumbersPage() {
  const { type = '' } = useParams({ strict: false }) as { type?: string }
  const source = useMemo(() => seriesSource(type), [type])
  const query = useQuery(sourceQuery(source))
  return (
    <TypeFrame typeKey={type}>
      <Loaded query={query}>{(loaded) => <Editor key={type} source={source} loaded={loaded} />}</Loaded>
    </TypeFrame>
  )
}

function Editor({ source, loaded }: { source: Source<Series>; loaded: Tagged<Series> }) {
  const texts = useTexts().issueTypes
  const messageText = useMessageText()
  const draft = useDraft(source, loaded)
  const { pattern } = draft.value
  return (
    <Stack>
      <Section title={texts.numbers} about={texts.numbersAbout}>
        <TextInput
          label={texts.pattern}
          data-path="pattern"
          className="desk-mono"
          maw={420}
          value={pattern}
          onChange={(event) => draft.patch({ pattern: event.currentTarget.value })}
          error={messageText(draft.errorAt('pattern'))}
        />
        <Group gap="xs">
          {TOKENS.map((token) => (
            <Button
              key={token}
              size="xs"
              variant="default"
              className="desk-mono"
              onClick={() => draft.patch({ pattern: pattern + token })}
            >
              {token}
            </Button>
          ))}
        </Group>
        <List size="sm">
          {TOKENS.map((token) => (
            <List.Item key={token}>
              <span className="desk-mono">{token}</span>: {texts.tokens[token]}
            </List.Item>
          ))}
        </List>
        <div aria-live="polite">
          <Text size="sm" fw={600}>
            {texts.examples}
          </Text>
          {exampleNumbers(pattern, THIS_YEAR).map((number) => (
            <Text key={number} className="desk-mono">
              {number}
            </Text>
          ))}
        </div>
        {isGuessable(pattern) && (
          <Alert color="call" role="status">
            {texts.guessable}
          </Alert>
        )}
      </Section>
      <SaveBar draft={draft} nameOf={() => texts.pattern} />
    </Stack>
  )
}
