import { recordAudit } from '../audit/index.ts'
import { invalid, parseAddress } from '../base/index.ts'
import { enqueueTest, recipientProblem } from '../deliveries/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { readIssue } from '../issues/index.ts'
import { takeRoom } from '../sms/index.ts'
import { previewTemplate } from './preview.ts'
import type { MessageTemplate } from './template.ts'

export type TestWish = {
  /** One e-mail address, or a phone number in E.164 for a text message. */
  to: string
  /** Number of an issue; a made-up one where none is named. */
  issue?: string | undefined
  locale?: string | undefined
}

/**
 * Sends a template to one address, as its preview shows it: its link opens nothing by itself. A test of a real issue is
 * erased with the issue.
 * @returns the id of the delivery
 * @throws Refusal `not-found` for an issue, `invalid-input`, `too-many-requests`
 */
export async function sendTest(ctx: Ctx, template: MessageTemplate, wish: TestWish): Promise<string> {
  const { channel, key } = template
  const problem = recipientProblem(channel, wish.to)
  if (problem !== null) throw invalid({ path: 'to', message: problem })
  const issueId = wish.issue === undefined ? null : (await readIssue(ctx.db, wish.issue)).id
  const { locale, subject, text, html, size } = await previewTemplate(ctx, template, {
    ...wish,
    audience: 'customer',
  })
  const to = channel === 'email' ? (parseAddress(wish.to) ?? wish.to) : wish.to
  const message = { issueId, templateKey: key, channel, to, locale, text }
  return ctx.db.transaction(async (tx) => {
    const now = ctx.clock()
    const content =
      channel === 'sms'
        ? { subject: '', html: '', segments: size?.segments ?? 1 }
        : { subject: `[Test] ${subject}`, html }
    const id = await enqueueTest(tx, now, { ...message, ...content })
    if (channel === 'sms') {
      const stopped = await takeRoom(tx, now, ctx.settings, { to, segments: size?.segments ?? 1, except: id })
      if (stopped !== null) throw invalid({ path: 'to', message: stopped })
    }
    await recordAudit(tx, now, {
      actor: ctx.actor,
      action: 'message-template.tested',
      target: `message-template:${key}`,
      after: { issue: wish.issue ?? null },
    })
    return id
  })
}
