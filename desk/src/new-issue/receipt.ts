import { send } from '../api/client'
import { problemFrom } from '../api/problem'

/** Opens the browser's dialog to print a receipt. @throws Problem */
export async function printReceipt(number: string): Promise<void> {
  const address = addressOf(number, 'html')
  // Asked for first, so that whoever has to sign in again is asked, and a refusal is told.
  await fetched(address)
  const frame = document.createElement('iframe')
  frame.className = 'new-issue-print'
  frame.title = number
  frame.src = address
  const { promise, resolve } = Promise.withResolvers<void>()
  frame.addEventListener('load', () => resolve(), { once: true })
  for (const before of document.querySelectorAll('.new-issue-print')) before.remove()
  document.body.append(frame)
  await promise
  frame.contentWindow?.print()
}

/** Saves the receipt as a PDF. @throws Problem */
export async function saveReceipt(number: string): Promise<void> {
  const pdf = await (await fetched(addressOf(number, 'pdf'))).blob()
  const address = URL.createObjectURL(pdf)
  const link = document.createElement('a')
  link.href = address
  link.download = `${number}.pdf`
  link.click()
  URL.revokeObjectURL(address)
}

async function fetched(address: string): Promise<Response> {
  const response = await send(new Request(new URL(address, location.href)))
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => null))
  return response
}

function addressOf(number: string, format: 'pdf' | 'html'): string {
  return `/api/v1/issues/${encodeURIComponent(number)}/receipt?format=${format}`
}
