import { Table, Text } from '@mantine/core'
import { useFormat, useTexts } from '../texts'

export type Size = {
  characters: number
  segments: number
  perSegment: number
  encoding: 'gsm-7' | 'ucs-2'
  unusual: readonly string[]
}

/** What a text message counts as in each language: each part is paid for. */
export function TextSize({ sizes }: { sizes: Readonly<Record<string, Size>> }) {
  const texts = useTexts().templates
  const format = useFormat()
  const all = Object.entries(sizes)
  if (all.length === 0) return null
  return (
    <div role="status">
      <Text fw={600} size="sm">
        {texts.size}
      </Text>
      <div className="desk-table-scroll">
        <Table>
          <Table.Tbody>
            {all.map(([locale, { characters, segments, encoding, unusual }]) => (
              <Table.Tr key={locale}>
                <Table.Td>{format.language(locale)}</Table.Td>
                <Table.Td>
                  {texts.segments(segments)}, {texts.characters(characters)}
                  {encoding === 'ucs-2' && (
                    <Text size="sm" c="dimmed">
                      {texts.unusual(unusual.join(' '))}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  )
}
