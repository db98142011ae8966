import { useTexts } from '../texts'
import type { useNames } from '../work'
import type { Foreseen } from './bulk'

/** What one action of a rule will do, in words; nothing where it comes to nothing. */
export function useForeseenText(names: ReturnType<typeof useNames>): (one: Foreseen) => string | null {
  const texts = useTexts().issueList.bulk
  return ({ do: act, name, count, messages }) => {
    if (count === 0) return null
    switch (act) {
      case 'send':
        return texts.send(messages, name)
      case 'webhook':
        return texts.webhook(messages)
      case 'move':
        return texts.moves(count)
      case 'set':
        return `${texts.sets(count)} (${names.field(name)})`
      case 'assign':
        return name ? `${texts.assigns(count)} (${name})` : texts.assigns(count)
      default:
        return texts.notes(count)
    }
  }
}
