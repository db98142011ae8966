import type { Ctx } from '../issue-types/index.ts'
import { readIssue } from '../issues/index.ts'
import { type Preview, previewTemplate } from './preview.ts'
import { customerOf, recipientOf } from './send-template.ts'
import { templateFor } from './template-by-hand.ts'
import type { TemplateBook } from './template-book.ts'
import type { TemplateChannel } from './template.ts'

export type HandPreview = Preview & {
  channel: TemplateChannel
  /** Where it would go; `null` where the issue lacks the contact for it. */
  to: string | null
}

/**
 * What a handler is about to send, exactly as it would leave: a free message, or one made with a template. Nothing is
 * stored.
 * @throws Refusal `not-found`, `invalid-input` where there is no such template
 */
export async function previewByHand(
  ctx: Ctx,
  templates: TemplateBook,
  number: string,
  wish: { body: string; template: string | null; channel: TemplateChannel },
): Promise<HandPreview> {
  const issue = await readIssue(ctx.db, number)
  const template = templateFor((await templates.current()).value, wish.template, wish.channel)
  const { channel = 'email' } = template
  const message = wish.body.trim() ? wish.body : undefined
  const preview = await previewTemplate(ctx, template, { issue: number, audience: 'customer', message })
  const customer = customerOf(issue, channel)
  return { ...preview, channel, to: customer && recipientOf(customer) }
}
