import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useContentLocales } from '../api/content-locales'
import { useRules } from '../rules/rules'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page } from '../ui'
import { NewTemplate } from './new-template'
import { type Template, useTemplates, writtenIn } from './templates'
import { rulesSending } from './used-by'

export function TemplatesPage() {
  const texts = useTexts().templates
  const query = useTemplates()
  const [isMaking, making] = useDisclosure()
  const make = (
    <Button leftSection={<IconPlus size={18} />} onClick={making.open}>
      {texts.create}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={make}>
      <Loaded query={query}>
        {(templates) =>
          templates.length > 0 ? (
            <TemplateTable templates={templates} />
          ) : (
            <Empty action={make}>{texts.empty}</Empty>
          )
        }
      </Loaded>
      <NewTemplate opened={isMaking} onClose={making.close} templates={query.data ?? []} />
    </Page>
  )
}

function TemplateTable({ templates }: { templates: readonly Template[] }) {
  const { templates: texts, common } = useTexts()
  const rules = useRules().data ?? []
  return (
    <div className="desk-surface desk-table-scroll">
      <Table highlightOnHover verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common.name}</Table.Th>
            <Table.Th visibleFrom="sm">{texts.channel}</Table.Th>
            <Table.Th visibleFrom="xs">{texts.languages}</Table.Th>
            <Table.Th visibleFrom="md">{texts.usedBy}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {templates.map((template) => (
            <Table.Tr key={template.key}>
              <Table.Td>
                <Anchor
                  component={Link}
                  to={`/configuration/templates/${template.key}`}
                  fw={600}
                  className="desk-wrap"
                >
                  {template.name}
                </Anchor>
                <Text size="sm" c="dimmed" className="desk-mono desk-wrap">
                  {template.key}
                </Text>
                <Text size="sm" hiddenFrom="sm">
                  {texts.channels[template.channel]}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">{texts.channels[template.channel]}</Table.Td>
              <Table.Td visibleFrom="xs">
                <Languages template={template} />
              </Table.Td>
              <Table.Td visibleFrom="md">
                <Text size="sm" className="desk-wrap">
                  {texts.rules(rulesSending(rules, template.key).length)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** In which languages it is written, and in which it is not. */
function Languages({ template }: { template: Template }) {
  const { templates: texts } = useTexts()
  const format = useFormat()
  const locales = useContentLocales()
  const written = writtenIn(template)
  const missing = locales.filter((locale) => !written.includes(locale))
  return (
    <Group gap={6}>
      <Text size="sm">{written.join(', ')}</Text>
      {missing.length > 0 && (
        <Badge color="call" variant="light" tt="none" title={format.list(missing.map(format.language))}>
          {texts.missingIn(missing.join(', '))}
        </Badge>
      )}
    </Group>
  )
}
