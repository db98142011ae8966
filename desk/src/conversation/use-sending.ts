import { useRef, useState } from 'react'
import { answer, api, type Body } from '../api/client'
import { newKey, useIssueChanged } from './parts'

type Sent = Body<'/api/v1/issues/{number}/messages', 'post'>

/** Sends a message or a note. What failed is sent again under the same key, so that it never arrives twice. */
export function useSending(number: string) {
  const changed = useIssueChanged(number)
  const last = useRef({ content: '', key: '' })
  const own = useRef(new Set<string>())
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (body: Sent): Promise<boolean> => {
    if (isBusy) return false
    const content = JSON.stringify([number, body])
    if (last.current.content !== content) last.current = { content, key: newKey() }
    setBusy(true)
    setError(null)
    try {
      const header = { 'Idempotency-Key': last.current.key }
      const { id } = await answer(
        api.POST('/api/v1/issues/{number}/messages', { params: { path: { number }, header }, body }),
      )
      own.current.add(id)
      last.current = { content: '', key: '' }
      void changed()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { send, isBusy, error, clear: () => setError(null), isOwn: (id: string) => own.current.has(id) }
}
