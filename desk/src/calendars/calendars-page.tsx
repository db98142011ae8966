import { Anchor, Badge, Button, Modal, Stack, Table, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../texts'
import { Loaded, Page, Scrolling } from '../ui'
import { useCalendars } from './calendars'

/** Which days are worked on: the calendars of countries, and the shop's own. */
export function CalendarsPage() {
  const texts = useTexts().calendars
  const calendars = useCalendars()
  const [isNew, setNew] = useState(false)
  return (
    <Page
      title={texts.title}
      about={texts.about}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNew(true)}>
          {texts.newCalendar}
        </Button>
      }
    >
      <Loaded query={calendars}>
        {(all) => (
          <Scrolling label={texts.title}>
            <Table className="desk-surface" verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{texts.name}</Table.Th>
                  <Table.Th>{texts.key}</Table.Th>
                  <Table.Th>{texts.origin}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {all.map(({ key, name, shipped }) => (
                  <Table.Tr key={key}>
                    <Table.Td>
                      <Anchor component={Link} to={`/configuration/calendars/${key}`} fw={600}>
                        {name || key}
                      </Anchor>
                    </Table.Td>
                    <Table.Td className="desk-mono">{key}</Table.Td>
                    <Table.Td>
                      <Badge variant="light" tt="none" color={shipped ? 'gray' : 'accent'}>
                        {shipped ? texts.shipped : texts.own}
                      </Badge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Scrolling>
        )}
      </Loaded>
      {isNew && <NewCalendar onClose={() => setNew(false)} />}
    </Page>
  )
}

/** A key is all that a new calendar needs; what it says is written on its own screen. */
function NewCalendar({ onClose }: { onClose: () => void }) {
  const texts = useTexts().calendars
  const common = useTexts().common
  const navigate = useNavigate()
  const [key, setKey] = useState('')
  return (
    <Modal opened onClose={onClose} title={texts.newCalendar} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void navigate({ to: `/configuration/calendars/${key}` })
        }}
      >
        <Stack>
          <TextInput
            label={texts.key}
            description={common.keyHelp}
            required
            pattern="[A-Za-z][A-Za-z0-9_\-]{0,39}"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit">{common.create}</Button>
        </Stack>
      </form>
    </Modal>
  )
}
