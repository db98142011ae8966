import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Answer, answer, api, type Body } from '../api/client'
import type { Workplace } from '../work'
import type { Entry } from './entry'

export type Similar = Answer<'/api/v1/issues/similar', 'post'>['items'][number]

type Asked = Body<'/api/v1/issues/similar', 'post'>

const NAMING: ReadonlySet<string> = new Set(['text', 'email', 'phone', 'bank-account'])

/** The issues that an entry may repeat, a moment after something was written that names a customer or a thing. */
export function useSimilar(workplace: Workplace, entry: Entry): readonly Similar[] {
  const { email, phone } = entry.contact
  const values = Object.fromEntries(
    workplace.fields.flatMap(({ key, type, filterable }) => {
      const value = entry.values[key]
      return filterable && NAMING.has(type) && typeof value === 'string' && value.trim().length > 2
        ? [[key, value]]
        : []
    }),
  )
  const contact = { ...(email.includes('@') ? { email } : {}), ...(phone.length > 7 ? { phone } : {}) }
  const [asked] = useDebouncedValue(JSON.stringify({ contact, values }), 350)
  const isAsked = asked !== '{"contact":{},"values":{}}'
  const { data } = useQuery({
    queryKey: ['issues', 'similar', asked],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/issues/similar', { body: JSON.parse(asked) as Asked, signal })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  return isAsked ? (data?.items ?? []) : []
}
