import { notFound } from '../base/index.ts'
import { type Ctx, type RestoreInput, valid } from '../issue-types/index.ts'
import { createTemplate, deleteTemplate, editTemplate, type TemplateTraces } from './edit-templates.ts'
import { loadTemplates } from './template-queries.ts'
import { templateBodySchema } from './template-routes.ts'

/** Puts a message template back as it was, also one that was deleted; `null` deletes it. */
export async function restoreTemplate(
  ctx: Ctx,
  { key, state, ifMatch }: RestoreInput,
  namedIn: TemplateTraces,
): Promise<void> {
  if (state === null) return deleteTemplate(ctx, key, namedIn, ifMatch)
  const { id: _id, ...input } = valid(templateBodySchema, state)
  if ((await loadTemplates(ctx.db.read)).has(key)) {
    const { key: _key, ...content } = input
    await editTemplate(ctx, key, content, ifMatch)
  } else if (ifMatch !== undefined) throw notFound('message template')
  else await createTemplate(ctx, { ...input, key })
}
