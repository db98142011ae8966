import { STAGE_NAMES } from '../../issue-types/index.ts'
import type { Messages } from '../locales/index.ts'
import type { PublicPart, PublicStage } from '../public-issue.ts'
import { type Html, html, nothing, plainText, trusted } from '../../base/index.ts'
import { langOf } from './language-of-text.ts'
import { dayOfDate } from './local-time.ts'
import { type Page, shortDate, shortDay } from './page.ts'
import { fill } from './words.ts'

type Progress = Extract<PublicPart, { kind: 'progress' }>

const tick = trusted(
  '<svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m2 6.5 2.8 2.7L10 3"/></svg>',
)

/** The line of stages: shape tells the state before colour does, and words tell it to who sees neither. */
export function progressBlock(page: Page, progress: Progress, id: string, section = false): Html {
  const title = progress.label ?? page.words.progress
  const promised = stageOfDue(progress.stages)
  const shown = section || progress.label ? 'rk-heading' : 'rk-hidden'
  return html`<section class="rk-progress" aria-labelledby="${id}">
    <h2 class="${shown}" id="${id}"${langOf(page, title)}>${plainText(title)}</h2>
    <ol class="rk-progress__list" role="list">
    ${progress.stages.map((stage) => stageItem(page, stage, stage === promised ? progress.dueDate : null))}</ol>
    </section>\n`
}

function stageItem(page: Page, stage: PublicStage, dueDate: string | null): Html {
  const look = lookOf(stage)
  const name = STAGE_NAMES[page.frame.locale][stage.stage]
  const when = stageDate(page, stage, dueDate)
  const current = stage.state === 'current' && trusted(' aria-current="step"')
  const mark = look === 'done' || look === 'final' ? tick : nothing
  return html`<li class="rk-stage rk-stage--${look}"${current}><span class="rk-stage__mark">${mark}</span> <span class="rk-stage__name"><span class="rk-hidden">${page.words[stateWords[look]]} </span>${name}</span>${when}</li>\n`
}

type Look = 'done' | 'now' | 'todo' | 'skipped' | 'final'

function lookOf({ stage, state }: PublicStage): Look {
  if (state === 'upcoming') return 'todo'
  if (state === 'skipped') return 'skipped'
  if (stage === 'done') return 'final'
  return state === 'current' ? 'now' : 'done'
}

/** Past stages have a day, the present one since when, a coming one only what was promised. */
function stageDate(page: Page, stage: PublicStage, dueDate: string | null): Html | null {
  const { words } = page
  if (stage.state === 'skipped')
    return html` <span class="rk-stage__date" aria-hidden="true">${words.notNeeded}</span>`
  if (stage.state === 'upcoming') {
    const day = dueDate === null ? null : dayOfDate(dueDate)
    if (day === null || day < page.today) return null
    return html` <span class="rk-stage__date">${fill(words.by, { date: shortDay(page, day) })}</span>`
  }
  if (stage.at === null) return null
  const date = shortDate(page, stage.at)
  const lasts = stage.state === 'current' && stage.stage !== 'decision' && stage.stage !== 'done'
  return html` <span class="rk-stage__date">${lasts ? fill(words.since, { date }) : date}</span>`
}

/** The deadline is for the decision; once that is made, or is left out, for the end. */
function stageOfDue(stages: readonly PublicStage[]): PublicStage | undefined {
  return stages.find(({ stage, state }) => state === 'upcoming' && (stage === 'decision' || stage === 'done'))
}

const stateWords = {
  done: 'finished',
  final: 'finished',
  now: 'now',
  todo: 'stillToCome',
  skipped: 'notNeededPrefix',
} as const satisfies Record<Look, keyof Messages>
