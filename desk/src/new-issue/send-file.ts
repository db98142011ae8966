import { Problem, problemFrom } from '../api/problem'
import { sessionNow } from '../api/session'

/** Attaches a file to an issue and tells how far it is; answers its id. @throws Problem */
export function sendFile(
  number: string,
  file: File,
  key: string,
  tell: (progress: number) => void,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const body = new FormData()
  body.append('from', 'customer')
  body.append('file', file, file.name)
  // What fetch sends tells no progress.
  const request = new XMLHttpRequest()
  request.open('POST', `/api/v1/issues/${encodeURIComponent(number)}/attachments`)
  request.responseType = 'json'
  request.setRequestHeader('x-csrf-token', sessionNow()?.csrf ?? '')
  request.setRequestHeader('idempotency-key', key)
  request.upload.addEventListener('progress', ({ loaded, total }) => tell(total > 0 ? loaded / total : 0))
  request.addEventListener('error', () => reject(new Problem(0, 'offline', 'The server did not answer.')))
  request.addEventListener('load', () => {
    const answer = request.response as { id?: unknown } | null
    if (request.status === 201 && typeof answer?.id === 'string') resolve(answer.id)
    else reject(problemFrom(request.status, answer))
  })
  request.send(body)
  return promise
}
