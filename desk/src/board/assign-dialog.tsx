import { Modal, Select } from '@mantine/core'
import { useSession } from '../api/session'
import { useTexts } from '../texts'
import type { Issue, Workplace } from '../work'

const NOBODY = 'none'

/** Asks who shall handle an issue; whoever asks stands first. */
export function AssignDialog({
  issue,
  workplace,
  onClose,
  onAssign,
}: {
  issue: Issue
  workplace: Workplace
  onClose: () => void
  onAssign: (handler: Issue['handler']) => void
}) {
  const { board: texts, work } = useTexts()
  const me = useSession()?.user.id
  const people = workplace.users.filter(({ active, handles }) => active && handles)
  const isMe = ({ id }: { id: string }) => id === me
  const ordered = [...people.filter(isMe), ...people.filter((user) => !isMe(user))]
  return (
    <Modal opened onClose={onClose} title={texts.assignTitle(issue.number)} centered>
      <Select
        label={work.fields.handler}
        searchable
        allowDeselect={false}
        data-autofocus
        defaultDropdownOpened
        comboboxProps={{ withinPortal: true }}
        nothingFoundMessage={texts.nobodyFound}
        data={[
          ...ordered.map(({ id, name }) => ({ value: id, label: id === me ? texts.me(name) : name })),
          { value: NOBODY, label: work.nobody },
        ]}
        value={issue.handler?.id ?? NOBODY}
        onChange={(id) => {
          const user = people.find((one) => one.id === id)
          onAssign(user ? { id: user.id, name: user.name, email: user.email } : null)
        }}
        onOptionSubmit={onClose}
      />
    </Modal>
  )
}
