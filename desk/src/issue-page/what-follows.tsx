import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type Given, moveOf } from '../issue-list/bulk'
import { tryChange } from '../issue-list/bulk-calls'
import { useForeseenText } from '../issue-list/foreseen'
import { useTexts } from '../texts'
import { useOnPage } from './page-context'

/** Nothing is tried while somebody is still writing. */
const PAUSE_MS = 300

/** What rules will do once the issue is at a step, in a line; nothing while that cannot be told. */
export function WhatFollows({ to, given }: { to: string; given: Given }) {
  const texts = useTexts().issueList.bulk
  const { number, names } = useOnPage()
  const inWords = useForeseenText(names)
  const [tried] = useDebouncedValue(given, PAUSE_MS)
  const { data } = useQuery({
    queryKey: ['move-preview', number, to, tried],
    queryFn: ({ signal }) => tryChange([number], moveOf(to, '', tried), signal),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
  // While something that the step needs is missing, nobody can tell what the rules will find.
  if (!data?.items.every(({ ok }) => ok)) return null
  const said = [...new Set(data.rules.map(inWords).filter((one) => one !== null))]
  return (
    <Text size="sm" c="dimmed" role="status" className="desk-wrap">
      {said.length > 0 ? `${texts.rules} ${said.join(', ')}.` : texts.quiet}
    </Text>
  )
}
