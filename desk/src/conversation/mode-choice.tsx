import { SegmentedControl } from '@mantine/core'
import { useTexts } from '../texts'
import { type Draft, isEmpty, type Mode } from './drafts'

/** Whom one writes to; an unsent text of the other mode is told. */
export function ModeChoice({
  mode,
  drafts,
  onChoose,
}: {
  mode: Mode
  drafts: Record<Mode, Draft>
  onChoose: (mode: Mode) => void
}) {
  const texts = useTexts().conversation
  const named = (of: Mode, name: string) =>
    of !== mode && !isEmpty(drafts[of]) ? `${name} (${texts.draft})` : name
  return (
    <SegmentedControl
      size="xs"
      aria-label={texts.mode}
      value={mode}
      onChange={(next) => onChoose(next)}
      data={[
        { value: 'public', label: named('public', texts.toCustomer) },
        { value: 'note', label: named('note', texts.note) },
      ]}
    />
  )
}
