import { ActionIcon, Group, Tooltip } from '@mantine/core'
import {
  IconBold,
  IconH2,
  IconItalic,
  IconLine,
  IconLink,
  IconList,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTexts } from '../texts'
import { CodeEditor, LanguageTabs, useWriting } from '../ui'
import { useRemovedMarks } from './removed'
import { useStyleNames } from './style-names'

type Props = {
  value: Readonly<Record<string, string>>
  onChange: (value: Record<string, string>) => void
  errorAt: (path: string) => string | undefined
}

/** The page header: HTML for each language, with buttons for those who do not know the tags by heart. */
export function HeaderEditor({ value, onChange, errorAt }: Props) {
  const texts = useTexts().statusPage
  const { locale } = useWriting()
  const marks = useRemovedMarks(`header.${locale}`, value[locale] ?? '')
  const { tags, classNotes } = useStyleNames()
  const completions = useMemo(
    () => [
      ...tags.map((tag) => ({ label: `<${tag}>`, type: 'keyword' })),
      ...classNotes.map(({ name, about }) => ({ label: name, detail: about, type: 'class' })),
    ],
    [tags, classNotes],
  )
  const change = (html: string) => {
    const next: Record<string, string> = { ...value, [locale]: html }
    if (!html.trim()) delete next[locale]
    onChange(next)
  }
  return (
    <div data-path="header">
      <Group justify="flex-end" mb={-22}>
        <LanguageTabs value={value} label={texts.members.header} />
      </Group>
      <CodeEditor
        key={locale}
        label={`${texts.members.header} (${locale})`}
        description={texts.headerHelp}
        language="html"
        value={value[locale] ?? ''}
        onChange={change}
        completions={completions}
        path={`header.${locale}`}
        error={errorAt(`header.${locale}`)}
        marks={marks}
        toolbar={toolbarWith}
      />
    </div>
  )
}

type Insert = (before: string, after?: string) => void

function toolbarWith(insert: Insert) {
  return <Toolbar insert={insert} />
}

function Toolbar({ insert }: { insert: Insert }) {
  const texts = useTexts().statusPage.toolbar
  const tools = [
    { label: texts.heading, icon: IconH2, before: '<h2>', after: '</h2>' },
    { label: texts.bold, icon: IconBold, before: '<strong>', after: '</strong>' },
    { label: texts.italic, icon: IconItalic, before: '<em>', after: '</em>' },
    { label: texts.link, icon: IconLink, before: '<a href="https://">', after: '</a>' },
    { label: texts.list, icon: IconList, before: '<ul>\n  <li>', after: '</li>\n</ul>' },
    { label: texts.image, icon: IconPhoto, before: '<img src="https://" alt="', after: '">' },
    { label: texts.table, icon: IconTable, before: '<table>\n  <tr><td>', after: '</td></tr>\n</table>' },
    { label: texts.line, icon: IconLine, before: '<hr>', after: '' },
  ]
  return (
    <Group gap={4} p={4} role="toolbar" aria-label={texts.title} className="desk-toolbar">
      {tools.map(({ label, icon: Icon, before, after }) => (
        <Tooltip key={label} label={label} withArrow>
          <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => insert(before, after)}>
            <Icon size={18} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  )
}
