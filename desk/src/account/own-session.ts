import { answer, api } from '../api/client'
import { setSession } from '../api/session'

/** Reads anew who is signed in, after something about them changed. */
export async function refreshSession(): Promise<void> {
  setSession(await answer(api.GET('/api/v1/session')))
}
