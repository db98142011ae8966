import { useQuery } from '@tanstack/react-query'
import { answer, api, type Answer, type Item } from '../api/client'
import { allPages } from '../api/pages'
import { useNames } from '../audit/names'
import { useTexts } from '../texts'

export type Version = Item<'/api/v1/versions'>
export type Compared = Answer<'/api/v1/versions/{id}', 'get'>

export const VERSIONS_KEY = ['versions']
export const PLACE = '/configuration/history'

/** The name for people of what a target like `issue-type:warranty/steps` stands for. */
export function useTargetNames(): (target: string) => string {
  const nameOf = useNames()
  const { history } = useTexts()
  const rules = useQuery({ queryKey: ['business-rules', 'names'], queryFn: loadRules }).data
  return (target) => {
    const kind = history.kinds[target]
    if (kind) return kind
    const [thing = ''] = target.split('/')
    const id = thing.slice(thing.indexOf(':') + 1)
    const rule = thing.startsWith('business-rule:') ? rules?.find((one) => one.id === id) : undefined
    return rule?.name ?? nameOf(thing)
  }
}

function loadRules() {
  return allPages((cursor) =>
    answer(
      api.GET('/api/v1/business-rules', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
    ),
  )
}

/** Where a thing is edited. */
export function placeOf(target: string): string {
  const [thing = '', part = '', view = ''] = target.split('/')
  const [kind = '', key = ''] = thing.split(':')
  const folder = FOLDERS[kind]
  if (kind === 'company') return '/configuration/company'
  if (!folder) return PLACE
  return ['/configuration', folder, key, part === 'views' ? `views/${view}` : part].filter(Boolean).join('/')
}

const FOLDERS: Readonly<Record<string, string>> = {
  'issue-type': 'issue-types',
  field: 'fields',
  calendar: 'calendars',
  'message-template': 'templates',
  'business-rule': 'rules',
  webhook: 'webhooks',
}
