import { Badge, Button, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCopy, IconTrash } from '@tabler/icons-react'
import { useFormat, useTexts } from '../texts'
import { CategoryMark } from './category-mark'
import type { StepFlag } from './step-checks'
import { StepForm } from './step-form'
import type { Step } from './types'

type Props = {
  step: Step
  steps: readonly Step[]
  at: number
  isOpen: boolean
  onToggle: () => void
  flags: readonly StepFlag[]
  onChange: (part: Partial<Step>) => void
  onRemove: () => void
  onDuplicate: () => void
  onRename: (key: string) => void
  /** Its key can still be chosen. */
  isNew: boolean
  errorAt: (path: string, inside?: boolean) => string | undefined
}

/** One step in a line, which opens into its whole form. */
export function StepRow(props: Props) {
  const { step, at, isOpen, onToggle, flags, onRemove, onDuplicate } = props
  const texts = useTexts().issueTypes
  const common = useTexts().common
  const format = useFormat()
  const name = format.text(step.name) || step.key
  return (
    <div data-path={`steps.${at}`}>
      <UnstyledButton onClick={onToggle} aria-expanded={isOpen} w="100%" py={4}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
          <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
            <Group gap={8}>
              {step.colour && <span className="desk-dot" style={{ background: step.colour }} aria-hidden />}
              <Text fw={600} component="span">
                {name}
              </Text>
              <CategoryMark category={step.category} />
              {step.hidden && (
                <Badge variant="default" tt="none">
                  {texts.step.hidden}
                </Badge>
              )}
              {flags.map((flag) => (
                <Badge key={flag} color="call" variant="light" tt="none">
                  {texts.flags[flag]}
                </Badge>
              ))}
            </Group>
            <Text size="sm" c="dimmed" component="span">
              {texts.stages[step.stage]} · {texts.turns[step.turn]}
              {!step.hidden && format.text(step.publicName) ? ` · „${format.text(step.publicName)}“` : ''}
            </Text>
          </Stack>
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        {isOpen && (
          <Stack pt="sm" gap="sm">
            <StepForm {...props} />
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconCopy size={16} aria-hidden />}
                onClick={onDuplicate}
              >
                {texts.duplicate}
              </Button>
              <Button
                variant="subtle"
                color="bad"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={onRemove}
              >
                {common.delete}
              </Button>
            </Group>
          </Stack>
        )}
      </Collapse>
    </div>
  )
}
