import { List, Loader, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTexts } from '../texts'
import { Failed, useMessageText, useProblemText } from '../ui'
import { useNames, type Workplace } from '../work'
import { Problem } from '../api/problem'
import type { Foreseen, Outcome } from './bulk'
import { useForeseenText } from './foreseen'

type Found = { items: Outcome[]; rules: Foreseen[] }
/** So many of the issues that are refused are named. */
const NAMED = 5

type Props = {
  query: UseQueryResult<Found>
  workplace: Workplace
  /** Whether an issue lacks a member that the step asks for and nobody has given yet. */
  lacks: (number: string, path: string) => boolean
}

/** What a change will do: to the issues themselves, and by the rules that react to it. */
export function BulkPreview({ query, workplace, lacks }: Props) {
  const texts = useTexts().issueList.bulk
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />
  if (!query.data)
    return (
      <Text component="div" size="sm" c="dimmed" role="status">
        <Loader size={14} mr={8} /> {texts.looking}
      </Text>
    )
  const { items, rules } = query.data
  const changed = items.filter((one) => one.changed).length
  const same = items.filter((one) => one.ok && !one.changed).length
  return (
    <Stack gap={6} className="desk-sunken" role="status" aria-label={texts.preview}>
      <Text fw={600}>{texts.will(changed)}</Text>
      {same > 0 && (
        <Text size="sm" c="dimmed">
          {texts.same(same)}
        </Text>
      )}
      <Refused outcomes={items.filter((one) => !one.ok)} workplace={workplace} lacks={lacks} />
      {changed > 0 && <Rules rules={rules} workplace={workplace} />}
    </Stack>
  )
}

/** Why issues are refused, each reason once with the first of the issues. */
function Refused({ outcomes, workplace, lacks }: { outcomes: readonly Outcome[] } & Omit<Props, 'query'>) {
  const texts = useTexts().issueList.bulk
  const problemText = useProblemText()
  const messageText = useMessageText()
  const names = useNames(workplace)
  const nameOf = (path: string) => names.field(path.replace(/^values\./, ''))
  const named = (path: string, message: string) =>
    [path && nameOf(path), messageText(message)].filter(Boolean).join(': ')
  if (outcomes.length === 0) return null
  const reasons = new Map<string, string[]>()
  for (const { number, problem } of outcomes) {
    const errors = problem?.errors ?? []
    const isMissing = errors.every(({ path }) => lacks(number, path))
    const reason = errors.length
      ? isMissing
        ? texts.missing(errors.map(({ path }) => nameOf(path)).join(', '))
        : errors.map(({ path, message }) => named(path, message)).join(' ')
      : problemText(
          new Problem(
            problem?.status ?? 0,
            problem?.type.split(':').at(-1) ?? 'internal',
            problem?.detail ?? problem?.title ?? '',
          ),
        )
    reasons.set(reason, [...(reasons.get(reason) ?? []), number])
  }
  return (
    <>
      <Text size="sm" c="bad">
        {texts.cannot(outcomes.length)}
      </Text>
      <List size="sm" spacing={2}>
        {[...reasons].map(([reason, numbers]) => (
          <List.Item key={reason} className="desk-wrap">
            {reason}{' '}
            <Text span size="sm" c="dimmed">
              {numbers.slice(0, NAMED).join(', ')}
              {numbers.length > NAMED && ` +${numbers.length - NAMED}`}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  )
}

function Rules({ rules, workplace }: { rules: readonly Foreseen[]; workplace: Workplace }) {
  const texts = useTexts().issueList.bulk
  const names = useNames(workplace)
  const inWords = useForeseenText(names)
  if (rules.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.quiet}
      </Text>
    )
  return (
    <>
      <Text size="sm">{texts.rules}</Text>
      <List size="sm" spacing={2}>
        {rules.map((one) => (
          <List.Item key={`${one.rule.id}:${one.place}`} className="desk-wrap">
            {inWords(one)}
            {one.inVain > 0 && `${one.count > 0 ? '; ' : ''}${texts.nothing(one.inVain)}`}{' '}
            <Text span size="sm" c="dimmed">
              {one.rule.name}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  )
}
