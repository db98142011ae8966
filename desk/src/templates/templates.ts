import { useQuery } from '@tanstack/react-query'
import { type Answer, answer, api, type Item, tagged } from '../api/client'
import type { Source } from '../api/draft'
import { allPages } from '../api/pages'
import { ifMatch } from '../api/source'

export type Template = Item<'/api/v1/message-templates'>
export type Channel = Template['channel']
export type Variables = Answer<'/api/v1/message-variables', 'get'>

export const TEMPLATES_KEY = ['message-templates']

export function useTemplates() {
  return useQuery({
    queryKey: TEMPLATES_KEY,
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/message-templates', {
            params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
  })
}

/** One template, as it is edited. */
export function templateSource(key: string): Source<Template> {
  const path = { key }
  return {
    key: ['message-template', key],
    read: () => tagged(api.GET('/api/v1/message-templates/{key}', { params: { path } })),
    write: (body, etag) =>
      tagged(api.PUT('/api/v1/message-templates/{key}', { body, params: { path, header: ifMatch(etag) } })),
    touches: [TEMPLATES_KEY],
  }
}

/** All that a template can name. */
export function useVariables(): Variables {
  const { data } = useQuery({
    queryKey: ['message-variables'],
    queryFn: () => answer(api.GET('/api/v1/message-variables')),
  })
  return data ?? { variables: [], fields: [], filters: [] }
}

/** The languages in which a template can be sent: those with all that a message needs. */
export function writtenIn({ channel, subject, body }: Template): string[] {
  return Object.keys(body).filter(
    (locale) => body[locale]?.trim() && (channel === 'sms' || subject[locale]?.trim()),
  )
}

/** A text by language with one of them changed; an empty one is none. */
export function withText(
  texts: Readonly<Record<string, string>>,
  locale: string,
  text: string,
): Record<string, string> {
  const { [locale]: _before, ...others } = texts
  return text === '' ? others : { ...others, [locale]: text }
}
