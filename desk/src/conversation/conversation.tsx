import type { Issue } from '../work'

export function Conversation(_: { number: string; issue: Issue }) {
  return null
}
