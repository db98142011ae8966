import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTexts } from '../texts'
import { useValueText } from '../work'
import type { MemberEdit } from './use-member-edit'
import { fieldOf, memberOf, withField } from './members'
import { useOnPage } from './page-context'

/** What somebody else made of the same meanwhile, beside what one wrote: one of the two is chosen, none is lost unseen. */
export function ClashDialog({
  label,
  path,
  edit,
  onLeft,
}: {
  label: string
  path: string
  edit: MemberEdit
  onLeft: () => void
}) {
  const texts = useTexts().issuePage.clash
  const common = useTexts().common
  const { issue, workplace, names } = useOnPage()
  const textOf = useValueText(workplace)
  if (!edit.clash) return null
  const field = fieldOf(path)
  const inWords = (value: unknown) =>
    textOf(withField(issue, field, value, names.user), field) || texts.nothing
  const { mine, theirs } = edit.clash
  const sides = { mine, theirs: memberOf(theirs.value, path) }
  const choose = async (side: 'mine' | 'theirs') => {
    await edit.settle(side)
    onLeft()
  }
  return (
    <Modal opened onClose={edit.leaveClash} title={common.conflictTitle} size="lg">
      <Stack>
        <Text>{texts.about(label)}</Text>
        <div className="issue-sides">
          {(['mine', 'theirs'] as const).map((side) => (
            <Stack key={side} gap={6} className="desk-sunken">
              <Text fw={650}>{common[side]}</Text>
              <Text className="desk-wrap desk-lines" flex={1}>
                {inWords(sides[side])}
              </Text>
              <Button variant="default" loading={edit.isSaving} onClick={() => void choose(side)}>
                {texts.take[side]}
              </Button>
            </Stack>
          ))}
        </div>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={edit.leaveClash}>
            {common.backToEditing}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
