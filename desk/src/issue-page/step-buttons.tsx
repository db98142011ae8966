import { Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { useKeys, type WorkStep } from '../work'
import { MoveDialog } from './move-dialog'
import { nextSteps } from './next-steps'
import { useOnPage } from './page-context'

/** More than these are in a menu. */
const MOST_BUTTONS = 3

/** Where the issue may go from here: the likely step first and filled. */
export function StepButtons() {
  const texts = useTexts().issuePage.move
  const { text } = useFormat()
  const { issue, type, may } = useOnPage()
  const [target, setTarget] = useState<WorkStep | null>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const steps = nextSteps(
    type,
    issue.step,
    issue.transitions.map(({ to }) => to),
  )
  const [only] = steps
  useKeys([
    {
      keys: 'm',
      does: texts.key,
      run: () => {
        if (!may || !only) return
        if (steps.length === 1) setTarget(only)
        else {
          // A menu whose button is out of sight does not show.
          group.current?.scrollIntoView({ block: 'nearest' })
          setMenuOpen(true)
        }
      },
    },
  ])
  if (!may) return null
  if (steps.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.none}
      </Text>
    )
  const name = (step: WorkStep) => text(step.name) || step.key
  return (
    <Group ref={group} gap="xs" role="group" aria-label={texts.next}>
      {steps.slice(0, MOST_BUTTONS).map((step, at) => (
        <Button
          key={step.key}
          size="sm"
          variant={at === 0 ? 'filled' : 'default'}
          onClick={() => setTarget(step)}
          className="issue-step-button"
        >
          {name(step)}
        </Button>
      ))}
      <Menu opened={isMenuOpen} onChange={setMenuOpen} position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="subtle"
            size="sm"
            rightSection={<IconChevronDown size={16} aria-hidden />}
            hidden={steps.length <= MOST_BUTTONS && !isMenuOpen}
          >
            {texts.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(steps.length > MOST_BUTTONS && !isMenuOpen ? steps.slice(MOST_BUTTONS) : steps).map((step) => (
            <Menu.Item key={step.key} onClick={() => setTarget(step)}>
              {name(step)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {target && <MoveDialog key={target.key} step={target} onClose={() => setTarget(null)} />}
    </Group>
  )
}
