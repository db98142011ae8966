import { simpleParser } from 'mailparser'
import { expect } from 'vitest'
import type { Demo } from '../support/demo.ts'

export type Delivery = {
  id: string
  state: string
  channel: string
  subject: string
  to: string
  template: string
}

/** What has left about an issue once so much has; the worker does it in its own time. */
export async function sentAbout(demo: Demo, number: string, count: number): Promise<Delivery[]> {
  let sent: Delivery[] = []
  await expect
    .poll(
      async () => {
        const path = `/deliveries?issue=${number}&state=sent`
        sent = (await demo.api<{ items: Delivery[] }>('GET', path)).items
        return sent.length
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThanOrEqual(count)
  return sent
}

/** The last message of a template that has left about an issue, once it has. */
export async function sentWith(demo: Demo, number: string, template: string): Promise<Delivery> {
  let found: Delivery | undefined
  await expect
    .poll(
      async () => {
        found = (await sentAbout(demo, number, 0)).find((one) => one.template === template)
        return found?.template
      },
      { timeout: 15_000 },
    )
    .toBe(template)
  if (!found) throw new Error(`no message with ${template} has left about ${number}`)
  return found
}

/** A mail as the demo has kept it: its text, and the link that its HTML leads to. */
export async function keptMail(demo: Demo, id = ''): Promise<{ text: string; link: string }> {
  const response = await fetch(`${demo.baseUrl}/api/v1/deliveries/${id}/captured`, {
    headers: { authorization: `Bearer ${demo.token}` },
  })
  const mail = await simpleParser(Buffer.from(await response.arrayBuffer()))
  const link = /href="([^"]+)"/.exec(String(mail.html))?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { text: mail.text ?? '', link }
}
