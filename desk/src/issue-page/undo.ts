import { api, tagged } from '../api/client'
import type { Loaded } from './issue'

/** Takes the last change of step back; `sentAlready`: messages that it has caused and that nothing calls back. */
export async function undoMove(number: string): Promise<{ saved: Loaded; sentAlready: number }> {
  const { value, etag } = await tagged(
    api.POST('/api/v1/issues/{number}/undo', { params: { path: { number } } }),
  )
  return { saved: { value: value.issue, etag }, sentAlready: value.sentAlready }
}
