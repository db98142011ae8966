import { QueryClient } from '@tanstack/react-query'
import { Problem } from './problem'

/** What was asked of the API and is still known: one for the whole desk, for screens and for what loads ahead of them. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => error instanceof Problem && error.status === 0 && count < 2,
    },
  },
})
