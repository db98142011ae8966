import type { Settings } from '../base/index.ts'
import type { Calendar } from '../calendars/index.ts'
import { outsideHosts } from '../theming/index.ts'
import type { IssueType } from './configuration.ts'
import type { Field, ViewName } from './field.ts'
import { numberPatternWarnings } from './number-pattern.ts'
import { pageUrl } from './status-url.ts'

/** What the API answers for each part of the configuration; the same shapes are valid to PUT. */
export function representIssueType(settings: Settings, type: IssueType) {
  return {
    key: type.key,
    name: type.name,
    position: type.position,
    statusPageUrl: pageUrl(settings, type, null),
  }
}

export function representSteps(type: IssueType) {
  return {
    steps: type.steps.map((step) => ({
      ...step,
      required: [...step.required],
      next: step.next.map(copyNext),
    })),
  }
}

export function representDeadlines(type: Pick<IssueType, 'deadlines'>) {
  return {
    rules: type.deadlines.map((rule) => ({
      ...rule,
      when: rule.when.map((condition) => ({ field: condition.field, in: [...condition.in] })),
    })),
  }
}

export function representCalendar({ settings, origin }: Calendar) {
  const { added, removed, weekend, ...plain } = settings
  return {
    ...plain,
    weekend: [...weekend],
    added: [...added],
    removed: [...removed],
    shipped: origin === 'product',
  }
}

export function representNumberSeries(type: IssueType) {
  return { pattern: type.numberPattern, warnings: numberPatternWarnings(type.numberPattern) }
}

export function representView(type: IssueType, view: ViewName) {
  return { fields: type.views[view].map((line) => (line.label ? { ...line } : { field: line.field })) }
}

export function representStatusPage(settings: Settings, type: IssueType) {
  const page = type.statusPage
  const hosts = outsideHosts(Object.values(page.header).join(''), page.css + page.additionalCss, page.favicon)
  return {
    ...page,
    url: pageUrl(settings, type, null),
    outsideHosts: [...new Set([...hosts.images, ...hosts.fonts])],
  }
}

export function representField(field: Field) {
  return { ...field, options: [...field.options] }
}

function copyNext(transition: { to: string; roles: readonly string[] }) {
  return { to: transition.to, roles: [...transition.roles] }
}
