import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import type { Errand } from './after-making'
import type { Entry, LinkKind } from './entry'
import { newKey } from './new-key'
import { sendFile } from './send-file'

/** A file that waits for its issue; `field` where it is the value of a field. */
export type WaitingFile = { id: string; file: File; field: string | null }

/** What is to be done once an issue has its number: files are sent, links are made. */
export function errandsOf(number: string, files: readonly WaitingFile[], links: Entry['links']): Errand[] {
  return [
    ...files.map(({ id, file, field }): Errand => {
      const key = newKey()
      return {
        id,
        name: file.name,
        work: async (tell) => {
          const attachment = await sendFile(number, file, key, tell)
          if (field !== null) await setFile(number, field, attachment)
        },
      }
    }),
    ...Object.entries(links).map(
      ([to, kind]): Errand => ({ id: `link-${to}`, name: to, work: () => link(number, to, kind) }),
    ),
  ]
}

async function setFile(number: string, field: string, attachment: string): Promise<void> {
  const params = { path: { number } }
  await answer(api.PATCH('/api/v1/issues/{number}', { params, body: { values: { [field]: attachment } } }))
}

async function link(number: string, to: string, kind: LinkKind): Promise<void> {
  const params = { path: { number } }
  try {
    await answer(api.POST('/api/v1/issues/{number}/links', { params, body: { to, kind } }))
  } catch (error) {
    // Who tries again after an answer that was lost finds the link made.
    if (!(error instanceof Problem && error.message.endsWith('are linked already.'))) throw error
  }
}
