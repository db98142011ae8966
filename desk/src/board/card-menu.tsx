import { Menu } from '@mantine/core'
import { IconArrowRight, IconDots, IconUserPlus } from '@tabler/icons-react'
import { missingFor } from '../issue-page/move'
import { useTexts } from '../texts'
import { type Issue, useNames, type Workplace } from '../work'

type Props = {
  issue: Issue
  workplace: Workplace
  isOpen: boolean
  isStop: boolean
  onOpen: () => void
  onClose: () => void
  onMove: (to: string) => void
  onAssign: () => void
}

/** Where an issue may go, and who may have it: the same as dragging, for whoever does not drag. */
export function CardMenu({ issue, workplace, isOpen, isStop, onOpen, onClose, onMove, onAssign }: Props) {
  const texts = useTexts().board
  const names = useNames(workplace)
  const next = names.stepOf(issue.type, issue.step)?.next ?? []
  // Plain, since a board has hundreds.
  const button = (
    <button
      type="button"
      className="board-menu"
      tabIndex={isStop ? 0 : -1}
      aria-label={texts.actions(issue.number)}
      aria-haspopup="menu"
      onClick={onOpen}
    >
      <IconDots size={16} />
    </button>
  )
  if (!isOpen) return button
  return (
    <Menu opened onClose={onClose} position="bottom-end" width={280} withinPortal shadow="md">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{next.length > 0 ? texts.moveTo : texts.noMove}</Menu.Label>
        {next.map((key) => {
          const step = names.stepOf(issue.type, key)
          const missing = step ? missingFor(step, issue).length : 0
          return (
            <Menu.Item
              key={key}
              leftSection={<IconArrowRight size={16} />}
              rightSection={missing > 0 ? <span className="board-needs">{texts.needs(missing)}</span> : null}
              onClick={() => onMove(key)}
            >
              {names.step(issue.type, key)}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={onAssign}>
          {texts.assign}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
