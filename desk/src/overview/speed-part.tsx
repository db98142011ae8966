import { Select, Table, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { Scrolling, Section } from '../ui'
import { useNames, type Workplace } from '../work'
import { CountLink } from './count-link'
import { daysOf, type Overview, pastOf } from './overview'
import { TwoViews } from './two-views'

const SpeedChart = lazy(() => import('./charts').then(({ SpeedChart: chart }) => ({ default: chart })))

/** How long decisions take, month by month, of one type at a time: types are not compared with each other. */
export function SpeedPart({
  overview: { decisions },
  workplace,
}: {
  overview: Overview
  workplace: Workplace
}) {
  const texts = useTexts().overview
  const format = useFormat()
  const names = useNames(workplace)
  const navigate = useNavigate()
  const types = [...new Set(decisions.map(({ type }) => type))]
  const [chosen, setChosen] = useState<string | null>(null)
  const type = chosen !== null && types.includes(chosen) ? chosen : types[0]
  if (type === undefined)
    return (
      <Section title={texts.speed} about={texts.speedAbout}>
        <Text c="dimmed">{texts.noSpeed}</Text>
      </Section>
    )
  const months = decisions.filter((one) => one.type === type)
  const decidedIn = (month: string) => pastOf(type, 'decided', daysOf(month))
  const days = (hours: number) => texts.days(format.number(Math.round((hours / 24) * 10) / 10))
  return (
    <TwoViews
      title={texts.speed}
      about={texts.speedAbout}
      summary={
        types.length > 1 && (
          <Select
            aria-label={texts.type}
            data={types.map((value) => ({ value, label: names.type(value) }))}
            value={type}
            onChange={setChosen}
            allowDeselect={false}
            w={{ base: '100%', xs: 220 }}
          />
        )
      }
      chart={
        <SpeedChart
          months={months}
          onChoose={(month) => void navigate({ to: '/issues', search: linkSearch(decidedIn(month)) })}
        />
      }
      table={
        <Scrolling label={texts.speed}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.month}</Table.Th>
                <Table.Th ta="right">{texts.decided}</Table.Th>
                <Table.Th ta="right">{texts.median}</Table.Th>
                <Table.Th ta="right">{texts.p90}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {months.map(({ month, count, medianHours, p90Hours }) => (
                <Table.Tr key={month}>
                  <Table.Td>{format.month(month)}</Table.Td>
                  <Table.Td ta="right">
                    <CountLink count={count} search={decidedIn(month)} />
                  </Table.Td>
                  <Table.Td ta="right">{days(medianHours)}</Table.Td>
                  <Table.Td ta="right">{days(p90Hours)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolling>
      }
    />
  )
}
