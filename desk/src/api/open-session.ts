import { answer, api } from './client'
import { Problem } from './problem'
import { type Session, setSession } from './session'

/** Who is signed in by the browser's cookie; `null` for nobody. */
export async function openSession(): Promise<Session | null> {
  try {
    const session = await answer(api.GET('/api/v1/session'))
    setSession(session)
    return session
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error
    return null
  }
}
