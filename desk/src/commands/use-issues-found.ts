import { useDebouncedValue } from '@mantine/hooks'
import { IconClock, IconFileText } from '@tabler/icons-react'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answer, api, tagged } from '../api/client'
import { type Issue, issuePath, useNames, useValueText, type Workplace } from '../work'
import type { Command } from './command'
import { recentNumbers } from './recent'

const MOST = 8
const FIRST_LETTERS = 2

/** The issues that a text asks for, a moment after it was typed. */
export function useIssuesFound(workplace: Workplace, text: string) {
  const [asked] = useDebouncedValue(text.trim(), 200)
  const isAsked = asked.length >= FIRST_LETTERS && text.trim().length >= FIRST_LETTERS
  const query = useQuery({
    queryKey: ['issues', 'palette', asked],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/issues', { params: { query: { q: asked, limit: MOST } }, signal })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const commandOf = useIssueCommand(workplace)
  const found = isAsked ? (query.data?.items ?? []) : []
  return {
    commands: found.map((issue) => commandOf(issue, 'issues')),
    isLooking: isAsked && (query.isFetching || asked !== text.trim()),
    error: isAsked ? query.error : null,
  }
}

/** The issues that somebody opened last; those that are gone are not there. */
export function useRecentIssues(workplace: Workplace): Command[] {
  const commandOf = useIssueCommand(workplace)
  const queries = useQueries({
    queries: recentNumbers().map((number) => ({
      queryKey: ['issue', number],
      queryFn: () => tagged(api.GET('/api/v1/issues/{number}', { params: { path: { number } } })),
      staleTime: 60_000,
      retry: false,
    })),
  })
  return queries.flatMap(({ data }) => (data ? [commandOf(data.value, 'recent')] : []))
}

function useIssueCommand(workplace: Workplace): (issue: Issue, group: Command['group']) => Command {
  const navigate = useNavigate()
  const names = useNames(workplace)
  const valueText = useValueText(workplace)
  return (issue, group) => {
    const { number, type, step, contact } = issue
    const own = names.typeOf(type)?.views.list.map(({ field }) => field) ?? []
    const product = own.find((field) => issue.values[field] !== undefined)
    const customer = contact.name || contact.email || contact.phone
    return {
      id: `${group}-${number}`,
      group,
      name: [number, customer].filter(Boolean).join(' · '),
      about: [product && valueText(issue, product), names.step(type, step)].filter(Boolean).join(' · '),
      icon: group === 'recent' ? IconClock : IconFileText,
      run: () => navigate({ to: issuePath(number) }),
    }
  }
}
