import { Anchor, Badge, Table, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useContentLocales } from '../api/content-locales'
import { useFormat, useTexts } from '../texts'
import { Loaded, Page, Scrolling } from '../ui'
import { sumOf } from './missing'
import { type Place, useTextPlaces } from './places'

/** Which languages pages and messages speak, and where texts are missing in them. */
export function LanguagesPage() {
  const texts = useTexts().languages
  const locales = useContentLocales()
  const { query, places } = useTextPlaces(locales)
  return (
    <Page title={texts.title} about={texts.about} width="100%">
      <Loaded query={query}>{() => <Matrix places={places} locales={locales} />}</Loaded>
    </Page>
  )
}

function Matrix({ places, locales }: { places: readonly Place[]; locales: readonly string[] }) {
  const texts = useTexts().languages
  const format = useFormat()
  const all = places.reduce((sum, { missing }) => sum + sumOf(missing), 0)
  return (
    <>
      {all === 0 && <Text role="status">{texts.well}</Text>}
      <Scrolling label={texts.table} className="desk-surface">
        <Table miw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.where}</Table.Th>
              {locales.map((locale, at) => (
                <Table.Th key={locale} scope="col">
                  {format.language(locale)}
                  {at === 0 && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      ({texts.first})
                    </Text>
                  )}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {places.map((place) => (
              <Row key={place.to} place={place} locales={locales} />
            ))}
          </Table.Tbody>
        </Table>
      </Scrolling>
    </>
  )
}

function Row({ place, locales }: { place: Place; locales: readonly string[] }) {
  const texts = useTexts().languages
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} to={place.to}>
          {place.name}
        </Anchor>
      </Table.Th>
      {locales.map((locale) => {
        const count = place.missing[locale] ?? 0
        return (
          <Table.Td key={locale}>
            {count === 0 ? (
              <IconCheck
                size={16}
                color="var(--desk-good-ink, currentColor)"
                role="img"
                aria-label={texts.complete}
              />
            ) : (
              <Badge variant="light" color="call" tt="none" fw={550}>
                {texts.missing(count)}
              </Badge>
            )}
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}
