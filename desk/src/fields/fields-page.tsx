import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page, Scrolling } from '../ui'
import { FieldTabs } from './field-tabs'
import { type Field, useFields } from './fields'

/** The installation's own fields. */
export function FieldsPage() {
  const texts = useTexts().fields
  const fields = useFields()
  return (
    <Page
      title={texts.title}
      about={texts.about}
      actions={
        <Button
          component={Link}
          to="/configuration/fields/new"
          leftSection={<IconPlus size={18} aria-hidden />}
        >
          {texts.newField}
        </Button>
      }
    >
      <FieldTabs />
      <Loaded query={fields}>{(all) => <Found fields={all} />}</Loaded>
    </Page>
  )
}

function Found({ fields }: { fields: readonly Field[] }) {
  const texts = useTexts().fields
  const common = useTexts().common
  const format = useFormat()
  const [wanted, setWanted] = useState('')
  const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const found = fields.filter((field) =>
    folded(`${Object.values(field.label).join(' ')} ${field.key}`).includes(folded(wanted)),
  )
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label={common.search}
        placeholder={common.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        maw={320}
      />
      {found.length === 0 ? (
        <Empty>{texts.noneFound}</Empty>
      ) : (
        <Scrolling label={texts.title}>
          <Table className="desk-surface">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.label}</Table.Th>
                <Table.Th>{texts.key}</Table.Th>
                <Table.Th>{texts.type}</Table.Th>
                <Table.Th>{texts.filterable}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((field) => (
                <Table.Tr key={field.key}>
                  <Table.Td>
                    <Anchor component={Link} to={`/configuration/fields/${field.key}`} fw={600}>
                      {format.text(field.label)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td className="desk-mono">{field.key}</Table.Td>
                  <Table.Td>{texts.types[field.type]}</Table.Td>
                  <Table.Td>
                    <Text size="sm" {...(field.filterable ? {} : { c: 'dimmed' })}>
                      {field.filterable ? common.yes : common.no}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolling>
      )}
      <Group>
        <Text size="sm" c="dimmed" role="status">
          {common.items(found.length)}
        </Text>
      </Group>
    </Stack>
  )
}
