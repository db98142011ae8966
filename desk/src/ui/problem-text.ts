import { Problem } from '../api/problem'
import { useTexts } from '../texts'

/** Words for an error, in the person's language where the desk has some for it. */
export function useProblemText(): (error: unknown) => string {
  const { problems } = useTexts()
  return (error) => {
    if (!(error instanceof Problem)) return problems.unexpected
    return problems.byCode[error.code] ?? problems.message(error.message)
  }
}

/** What the API says of a wrong member, in the person's language where the desk knows the sentence. */
export function useMessageText(): (message: string | undefined) => string | undefined {
  const { problems } = useTexts()
  return (message) => (message === undefined ? undefined : problems.message(message))
}
