import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, answer, api, type Body } from '../api/client'
import { type InputError, Problem } from '../api/problem'
import { useWriting } from '../ui'
import type { Template } from './templates'

type Wish = Body<'/api/v1/message-templates/{key}/preview', 'post'>
export type PreviewAnswer = Answer<'/api/v1/message-templates/{key}/preview', 'post'>
export type PreviewWish = { issue: string; type: string | null; audience: 'customer' | 'staff' }
export type Preview = {
  answer: PreviewAnswer | undefined
  errors: readonly InputError[]
  error: unknown
  wish: PreviewWish
  change: (part: Partial<PreviewWish>) => void
}

/** A template as it would leave, as it is written at the moment, in the language that is written in. */
export function usePreview({ key, channel, subject, body }: Template): Preview {
  const { locale } = useWriting()
  const [wish, setWish] = useState<PreviewWish>({ issue: '', type: null, audience: 'customer' })
  const texts = channel === 'sms' ? { body } : { subject, body }
  const [now] = useDebouncedValue({ ...texts, ...wish, locale }, 350)
  const { issue, type, ...rest } = now
  const query = useQuery({
    queryKey: ['template-preview', key, now],
    queryFn: () =>
      answer(
        api.POST('/api/v1/message-templates/{key}/preview', {
          params: { path: { key } },
          body: {
            ...rest,
            locale: now.locale as NonNullable<Wish['locale']>,
            ...(issue.trim() ? { issue: issue.trim() } : {}),
            ...(type && !issue.trim() ? { type } : {}),
          },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })
  return {
    answer: query.data,
    errors: query.error instanceof Problem ? query.error.errors : [],
    error: query.error,
    wish,
    change: (part) => setWish((before) => ({ ...before, ...part })),
  }
}
