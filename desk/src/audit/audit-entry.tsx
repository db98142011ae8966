import { Anchor, Group, Table, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { Scrolling } from '../ui'
import { type Difference, differences, isNothing } from './differences'
import { type AuditLine, COMMAND_LINE, useNames } from './names'

/** One thing that was done, in a sentence; what changed by it stands behind it. */
export function AuditEntry({ line }: { line: AuditLine }) {
  const texts = useTexts().audit
  const format = useFormat()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { before, after } = (line.data ?? {}) as { before?: unknown; after?: unknown }
  const changed = differences(before ?? null, after ?? null).filter(({ path }) => path !== 'id')
  return (
    <li className="desk-list-item">
      <Group justify="space-between" gap={4} align="baseline">
        <Text className="desk-wrap" flex="1 1 260px">
          <Sentence line={line} />
        </Text>
        <Text size="sm" c="dimmed" component="time" dateTime={line.at} flex="none">
          {format.dateTime(line.at)}
        </Text>
      </Group>
      {changed.length > 0 && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          mih={24}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.changes} ({format.number(changed.length)})
        </Anchor>
      )}
      <div id={id}>{isOpen && <Changed changed={changed} />}</div>
    </li>
  )
}

function Sentence({ line }: { line: AuditLine }) {
  const texts = useTexts().audit
  const nameOf = useNames()
  const isSelf = line.target === `user:${line.actor.id}`
  const words =
    (isSelf ? texts.actions[`${line.action}:self`] : undefined) ??
    texts.actions[`${line.action}:${line.actor.kind}`] ??
    texts.actions[line.action] ??
    (line.action.endsWith('.restored') ? texts.actions['restored'] : undefined) ??
    texts.other(line.action)
  const [before = '', after = ''] = words.split('{target}')
  const isNamed = words.includes('{target}')
  const who = line.actor.id === COMMAND_LINE ? texts.commandLine : line.actor.name
  return (
    <>
      <strong>{who}</strong>
      {texts.between}
      {before}
      {isNamed && <em>{nameOf(line.target, line)}</em>}
      {after}
    </>
  )
}

function Changed({ changed }: { changed: readonly Difference[] }) {
  const texts = useTexts().audit
  return (
    <Scrolling label={texts.changes}>
      <Table layout="fixed" miw={480} mt={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="26%">{texts.member}</Table.Th>
            <Table.Th>{texts.before}</Table.Th>
            <Table.Th>{texts.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changed.map(({ path, before, after }) => (
            <Table.Tr key={path}>
              <Table.Td valign="top" className="desk-wrap">
                <Member path={path} />
              </Table.Td>
              <Table.Td valign="top">
                <Value value={before} />
              </Table.Td>
              <Table.Td valign="top">
                <Value value={after} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scrolling>
  )
}

/** The words for a member like `header.en`, where there are some. */
function Member({ path }: { path: string }) {
  const { members } = useTexts().audit
  const [first = '', ...rest] = path.split('.')
  return <>{[members[first] ?? first, ...rest].filter(Boolean).join(' · ')}</>
}

function Value({ value }: { value: unknown }) {
  const { audit: texts, common, people } = useTexts()
  if (isNothing(value))
    return (
      <Text size="sm" c="dimmed" component="span">
        {texts.empty}
      </Text>
    )
  if (typeof value === 'boolean') return <>{value ? common.yes : common.no}</>
  if (typeof value === 'string')
    return <span className="desk-wrap desk-lines">{wordFor(people.roles, value)}</span>
  if (isWords(value)) return <>{value.map((word) => wordFor(people.roles, word)).join(', ')}</>
  return <span className="desk-mono desk-wrap desk-lines">{JSON.stringify(value, null, 1)}</span>
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string')
}

function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}
