import { Text } from '@mantine/core'
import { useTexts } from '../texts'
import { Section } from '../ui'
import { BarList } from './bar-list'
import { listOf, type Overview } from './overview'

/** How long what is open has been here. */
export function AgesPart({ overview: { open }, type }: { overview: Overview; type: string | undefined }) {
  const texts = useTexts().overview
  return (
    <Section title={texts.ages} about={texts.agesAbout}>
      {open.count === 0 ? (
        <Text>{texts.none}</Text>
      ) : (
        <BarList
          most={Math.max(...open.ages.map(({ count }) => count))}
          bars={open.ages.map(({ days, createdFrom, createdTo, count }) => ({
            key: String(days.from),
            name: texts.age(days.from, days.to),
            count,
            search: listOf(type, { ...(createdFrom ? { createdFrom } : {}), createdTo }),
          }))}
        />
      )}
    </Section>
  )
}
