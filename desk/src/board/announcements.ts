import type { Announcements } from '@dnd-kit/core'
import { useTexts } from '../texts'

/** What a screen reader says while a card is carried. */
export function useAnnouncements(nameOf: (step: string) => string): {
  announcements: Announcements
  screenReaderInstructions: { draggable: string }
} {
  const texts = useTexts().board
  return {
    screenReaderInstructions: { draggable: texts.dragHelp },
    announcements: {
      onDragStart: ({ active }) => texts.lifted(String(active.id)),
      onDragOver: ({ active, over }) =>
        over ? texts.isOver(String(active.id), nameOf(String(over.id))) : '',
      onDragEnd: ({ active, over }) =>
        over ? texts.dropped(String(active.id), nameOf(String(over.id))) : texts.putBack(String(active.id)),
      onDragCancel: ({ active }) => texts.putBack(String(active.id)),
    },
  }
}
