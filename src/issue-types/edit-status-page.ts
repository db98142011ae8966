import { etagOf, type InputError, matches, Refusal, refuseIfInvalid, type Texts } from '../base/index.ts'
import {
  checkFavicon,
  checkFont,
  checkMetaTitle,
  checkWidth,
  cleanCss,
  cleanHeaderHtml,
} from '../theming/index.ts'
import type { Sound } from '../http/index.ts'
import type { Ctx } from './context.ts'
import { changeIssueType } from './edit-issue-types.ts'
import { representStatusPage } from './represent.ts'
import type { StatusPageSettings } from './status-page-settings.ts'

/** Something that a save took out of the administrator's HTML or CSS, where, and why. */
export type Cleaned = { path: string; what: string; why: string }

/**
 * Changes the settings of a status page; members left out keep what they are. HTML and CSS are cleaned first.
 * @returns what was taken out
 * @throws Refusal `invalid-input` for every wrong member at once, `conflict` when the identifier is taken.
 */
export async function setStatusPage(
  ctx: Ctx,
  typeKey: string,
  input: Sound<StatusPageSettings>,
  ifMatch?: string,
): Promise<Cleaned[]> {
  const { errors, changes, cleaned } = await cleanSettings(input)
  refuseIfInvalid(errors)
  await saveStatusPage(ctx, typeKey, changes, ifMatch)
  return cleaned
}

/**
 * As {@link setStatusPage}, for settings that were cleaned already.
 * @throws Refusal `conflict` when the identifier is taken.
 */
export async function saveStatusPage(
  ctx: Ctx,
  typeKey: string,
  changes: StatusPageChanges,
  ifMatch?: string,
): Promise<void> {
  await changeIssueType(ctx, typeKey, { part: 'status-page' }, async (tx, type, configuration) => {
    const before = type.statusPage
    matches(ifMatch, etagOf(representStatusPage(ctx.settings, type)))
    const after: StatusPageSettings = { ...before, ...changes }
    const owner = configuration.typeByPage.get(after.identifier)
    if (owner && owner.id !== type.id) {
      throw new Refusal(
        'conflict',
        `The page identifier ${after.identifier} is in use by the issue type ${owner.key}.`,
      )
    }
    const { enabled, identifier, ...settings } = after
    const sessionsEnd = before.identifier !== identifier || before.verification !== after.verification
    await tx.query
      .updateTable('status_pages')
      .set({
        identifier,
        enabled: enabled ? 1 : 0,
        settings: JSON.stringify(settings),
        epoch: type.pageEpoch + (sessionsEnd || (before.enabled && !enabled) ? 1 : 0),
      })
      .where('issue_type_id', '=', type.id)
      .execute()
    return { before, after }
  })
}

/** Settings as they are stored; members left out keep what they are. */
export type StatusPageChanges = { -readonly [K in keyof StatusPageSettings]?: StatusPageSettings[K] }

/** The changes as they are to be stored, what was taken out of them, and all that is wrong. */
export async function cleanSettings(
  input: Sound<StatusPageSettings>,
): Promise<{ errors: InputError[]; changes: StatusPageChanges; cleaned: Cleaned[] }> {
  const errors: InputError[] = []
  const cleaned: Cleaned[] = []
  const changes: StatusPageChanges = {}
  const note = (path: string, removed: readonly { what: string; why: string }[]) => {
    for (const { what, why } of removed) cleaned.push({ path, what, why })
  }

  if (input.enabled !== undefined) changes.enabled = input.enabled
  if (input.identifier !== undefined) changes.identifier = input.identifier
  if (input.verification !== undefined) changes.verification = input.verification
  if (input.attachmentDownloads !== undefined) changes.attachmentDownloads = input.attachmentDownloads

  if (input.header !== undefined) {
    const header: Record<string, string> = {}
    for (const [locale, html] of textsOf(input.header)) {
      const result = await cleanHeaderHtml(html)
      if ('error' in result) errors.push({ path: `header.${locale}`, message: result.error })
      else {
        note(`header.${locale}`, result.removed)
        if (result.html) header[locale] = result.html
      }
    }
    changes.header = header
  }
  if (input.metaTitle !== undefined) {
    const metaTitle: Record<string, string> = {}
    for (const [locale, title] of textsOf(input.metaTitle)) {
      const result = checkMetaTitle(title)
      if ('error' in result) errors.push({ path: `metaTitle.${locale}`, message: result.error })
      else if (result.value) metaTitle[locale] = result.value
    }
    changes.metaTitle = metaTitle
  }
  for (const [name, check] of [
    ['font', checkFont],
    ['width', checkWidth],
    ['favicon', checkFavicon],
  ] as const) {
    const value = input[name]
    if (value === undefined) continue
    const result = value === null || value.trim() === '' ? { value: null } : check(value)
    if ('error' in result) errors.push({ path: name, message: result.error })
    else changes[name] = result.value
  }
  for (const name of ['css', 'additionalCss'] as const) {
    const value = input[name]
    if (value === undefined) continue
    const result = await cleanCss(value, 'readable')
    if ('error' in result) errors.push({ path: name, message: result.error })
    else {
      note(name, result.removed)
      changes[name] = result.css
    }
  }
  return { errors, changes, cleaned }
}

function textsOf(texts: Sound<Texts>): [locale: string, text: string][] {
  return Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined)
}
