import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../api/client'
import { setSession } from '../api/session'

/** Ends the session, and forgets what was loaded in it. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return async () => {
    await api.DELETE('/api/v1/session')
    setSession(null)
    queries.clear()
    await navigate({ to: '/sign-in' })
  }
}
