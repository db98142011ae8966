import type { Issue } from '../work'

export function CustomerBox(_: { number: string; issue: Issue }) {
  return null
}
