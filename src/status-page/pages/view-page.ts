import type { PageFrame } from '../frame.ts'
import type { PublicIssue, PublicNext, PublicPart } from '../public-issue.ts'
import { contactLine } from './contact-line.ts'
import { type Html, html, nothing, plainText } from '../../base/index.ts'
import { inLine, langOf } from './language-of-text.ts'
import { documentTitle, layout } from './layout.ts'
import { dateTime, type Page, pageOf } from './page.ts'
import { filesSection, messagesSection, valuesSection } from './view-content.ts'
import { callBlock, factsList, isCall, nextBlock, titledBlock } from './view-next.ts'
import { progressBlock } from './view-progress.ts'
import { fill, fillText } from './words.ts'

/** The answer: where the issue stands, and the fields that its type's page shows, in the configured order. */
export function viewPage(frame: PageFrame, issue: PublicIssue, content: { leaveAction: string }): string {
  const page = pageOf(frame)
  const headline = issue.headline ?? fillText(page.words.plainTitle, { type: plainText(issue.typeName) })
  const lead = leadingRun(issue.parts)
  const ids = freshIds()
  const card = cardOf(page, issue, lead, ids)
  const sections = issue.parts.slice(lead.length).map((part) => section(page, part, ids))
  return layout(page, {
    title: frame.shop?.metaTitle
      ? documentTitle(page, headline)
      : documentTitle(page, headline, issue.headline ? issue.typeName : ''),
    slim: false,
    main: html`<article class="rk-issue${issue.tone !== 'plain' && ` rk-issue--${issue.tone}`}">
      ${card}
      ${sections}${questions(page, issue, lead)}</article>`,
    foot: foot(page, content.leaveAction),
  })
}

type Lead = Extract<PublicPart, { kind: 'progress' | 'next' }>

/** `progress` and `next` at the top of the configured order belong into the card. */
function leadingRun(parts: readonly PublicPart[]): readonly Lead[] {
  const lead: Lead[] = []
  for (const part of parts) {
    if (part.kind !== 'progress' && part.kind !== 'next') break
    lead.push(part)
  }
  return lead
}

/** Anchors of a page are unique: `fields`, `fields-2`. */
type FreshId = (name: string) => string
function freshIds(): FreshId {
  const used = new Map<string, number>()
  return (name) => {
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : `${name}-${count}`
  }
}

function cardOf(page: Page, issue: PublicIssue, lead: readonly Lead[], ids: FreshId): Html {
  const next = lead.find((part): part is PublicNext => part.kind === 'next')
  const call = next && isCall(next) ? next : null
  const inOrder = lead.filter((part) => part !== call)
  const facts = next && !call ? factsList(page, next) : null
  return html`<section class="rk-card rk-status">
    <p class="rk-status__id"><span${langOf(page, issue.typeName)}>${plainText(issue.typeName)}</span> <bdi class="rk-number">${issue.number}</bdi></p>
    <h1 class="rk-title"${langOf(page, issue.headline)}>${headlineOf(page, issue)}</h1>
    ${issue.explanation && html`<p class="rk-lede"${langOf(page, issue.explanation)}>${plainText(issue.explanation)}</p>\n`}${facts}${call && callBlock(page, call, ids('next'))}${inOrder.map(
      (part) =>
        part.kind === 'progress'
          ? progressBlock(page, part, ids('progress'))
          : nextBlock(page, part, ids('next')),
    )}${issue.tone === 'rejected' && disagreement(page)}</section>`
}

function headlineOf(page: Page, { headline, typeName }: PublicIssue): Html | string {
  return headline ? plainText(headline) : fill(page.words.plainTitle, { type: inLine(page, typeName) })
}

/** A refusal is never the last word: where the shop can be reached, the card says how. */
function disagreement(page: Page): Html | null {
  const contact = contactLine(page)
  return contact && titledBlock(page, page.words.seeItDifferently, contact, 'differently')
}

function section(page: Page, part: PublicPart, ids: FreshId): Html {
  switch (part.kind) {
    case 'progress':
      return html`<div class="rk-section">${progressBlock(page, part, ids('progress'), true)}</div>\n`
    case 'next':
      return html`<div class="rk-section">${isCall(part) ? callBlock(page, part, ids('next')) : html`${nextBlock(page, part, ids('next'), true)}${factsList(page, part)}`}</div>\n`
    case 'values':
      return part.items.length ? valuesSection(page, part.items, ids('fields')) : nothing
    case 'messages':
      return part.messages.length ? messagesSection(page, part, ids('messages')) : nothing
    case 'attachments':
      return part.files.length ? filesSection(page, part, ids('files')) : nothing
  }
}

/** The way to the shop, once a page: the call and a refusal have already shown it. */
function questions(page: Page, issue: PublicIssue, lead: readonly Lead[]): Html | null {
  const shown = issue.tone === 'rejected' || lead.some((part) => part.kind === 'next' && isCall(part))
  const contact = shown ? null : contactLine(page)
  return (
    contact && html`<p class="rk-note rk-section"><strong>${page.words.questions}</strong> ${contact}</p>\n`
  )
}

function foot(page: Page, leaveAction: string): Html {
  const { words } = page
  const asOf = fill(words.asOf, { when: dateTime(page, page.frame.now, 'always') })
  return html`<form class="rk-foot__leave" method="post" action="${leaveAction}">
    <button class="rk-button rk-button--quiet" type="submit">${words.leave}</button>
    <span>${words.closesByItself}</span>
    </form>
    <p><span>${asOf}</span> <span>${words.onlyYou}</span></p>`
}
