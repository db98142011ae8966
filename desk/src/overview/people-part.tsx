import { Text } from '@mantine/core'
import { useTexts } from '../texts'
import { Section } from '../ui'
import { BarList } from './bar-list'
import { listOf, type Overview } from './overview'

/** Who has how much, and how much of it is late. */
export function PeoplePart({
  overview: { handlers },
  type,
}: {
  overview: Overview
  type: string | undefined
}) {
  const texts = useTexts().overview
  return (
    <Section title={texts.people} about={texts.peopleAbout}>
      {handlers.length === 0 ? (
        <Text>{texts.none}</Text>
      ) : (
        <BarList
          most={Math.max(...handlers.map(({ count }) => count))}
          bars={handlers.map(({ id, name, count, late }) => ({
            key: id ?? 'none',
            name: id === null ? texts.nobody : (name ?? texts.gone),
            count,
            late,
            search: listOf(type, { handler: id ?? 'none' }),
          }))}
        />
      )}
    </Section>
  )
}
