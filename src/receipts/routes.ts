import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, contentDisposition, type Guard, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { readIssue } from '../issues/index.ts'
import { fileNameOf, receiptOf } from './receipt-of.ts'
import { RECEIPT_POLICY, receiptPage } from './receipt-page.ts'
import { receiptPdf } from './pdf-thread.ts'

const document = {
  description: 'The receipt',
  content: { 'application/pdf': { schema: z.any() }, 'text/html': { schema: z.any() } },
}

/** `/issues/{number}/receipt`: the written confirmation for the customer. */
export function receiptRoutes(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  app.get(
    '/issues/:number/receipt',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags: ['Issues'],
        description:
          "When the issue was received, its content with the remedy that is wanted, and where the customer is told the result; in the issue's language. The content are the fields of the type's form, without people and files.",
        params: z.object({ number: z.string() }),
        querystring: z.object({ format: z.enum(['pdf', 'html']).default('pdf') }),
        response: { 200: document, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const receipt = receiptOf(ctx, await ctx.configuration.current(), issue)
      if (request.query.format === 'html') {
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', RECEIPT_POLICY)
          .send(receiptPage(receipt))
      }
      return reply
        .type('application/pdf')
        .header('content-disposition', contentDisposition(fileNameOf(issue, ctx.settings.timeZone)))
        .send(await receiptPdf(receipt))
    },
  )
}
