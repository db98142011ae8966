import { Alert, Code, List } from '@mantine/core'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { Removed } from './removed'

/** What was taken out of header and styles, and why: nothing goes in silence. */
export function RemovedAtSave({ removed }: { removed: readonly Removed[] }) {
  const texts = useTexts().statusPage
  if (removed.length === 0) return null
  return (
    <Alert color="call" title={texts.removedTitle} role="status">
      <RemovedList removed={removed} />
    </Alert>
  )
}

export function RemovedList({ removed }: { removed: readonly Removed[] }) {
  const texts = useTexts().statusPage
  const messageText = useMessageText()
  const names: Readonly<Record<string, string>> = texts.members
  return (
    <List size="sm" spacing={4}>
      {removed.map(({ path, what, why }) => (
        <List.Item key={`${path} ${what} ${why}`}>
          {names[path.split('.')[0] ?? ''] ?? path}
          {path.includes('.') ? ` (${path.split('.')[1]})` : ''}: <Code className="desk-removed">{what}</Code>{' '}
          {messageText(why)}
        </List.Item>
      ))}
    </List>
  )
}
