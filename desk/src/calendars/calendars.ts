import { useQuery } from '@tanstack/react-query'
import { answer, type Answer, api } from '../api/client'
import { allPages } from '../api/pages'

export type Calendar = Answer<'/api/v1/calendars/{key}', 'get'>

/** All calendars that deadlines can count by. */
export function useCalendars() {
  return useQuery({
    queryKey: ['calendars'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/calendars', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  })
}
