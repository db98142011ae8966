import { Alert, Button, Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../texts'
import { useProblemText } from './problem-text'

/** Shows what a query loaded; before that rows of its real height, and what went wrong with a way to try again. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>
  children: (value: T) => ReactNode
}) {
  const texts = useTexts().common
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />
  return (
    <Stack gap="xs" role="group" aria-busy="true" aria-label={texts.loading}>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  )
}

/** What went wrong, in words, with a way to try again. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const texts = useTexts().common
  const problemText = useProblemText()
  return (
    <Alert color="bad" title={texts.failed} role="alert">
      <Stack gap="xs" align="flex-start">
        {problemText(error)}
        {again && (
          <Button variant="default" size="xs" onClick={again}>
            {texts.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
