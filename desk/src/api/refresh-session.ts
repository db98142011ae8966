import { answer, api } from './client'
import { setSession } from './session'

/** Reads anew who is signed in, after something about them changed. */
export async function refreshSession(): Promise<void> {
  setSession(await answer(api.GET('/api/v1/session')))
}
