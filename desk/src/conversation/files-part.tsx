import type { Issue } from '../work'

export function FilesPart(_: { number: string; issue: Issue }) {
  return null
}
