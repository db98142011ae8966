import { Table, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy } from 'react'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { Scrolling, Section } from '../ui'
import { CountLink } from './count-link'
import { type Overview, pastOf } from './overview'
import { TwoViews } from './two-views'

const FlowChart = lazy(() => import('./charts').then(({ FlowChart: chart }) => ({ default: chart })))

/** What came and what was settled, side by side. */
export function FlowPart({ overview: { flow }, type }: { overview: Overview; type: string | undefined }) {
  const texts = useTexts().overview
  const format = useFormat()
  const navigate = useNavigate()
  const isDaily = flow.every(({ from, to }) => from === to)
  const opened = flow.reduce((sum, one) => sum + one.opened, 0)
  const closed = flow.reduce((sum, one) => sum + one.closed, 0)
  if (opened + closed === 0)
    return (
      <Section title={texts.flow} about={texts.flowAbout}>
        <Text c="dimmed">{texts.noFlow}</Text>
      </Section>
    )
  return (
    <TwoViews
      title={texts.flow}
      about={texts.flowAbout}
      summary={<Text size="sm">{texts.flowSums(format.number(opened), format.number(closed))}</Text>}
      chart={
        <FlowChart
          spans={flow}
          onChoose={(what, span) =>
            void navigate({ to: '/issues', search: linkSearch(pastOf(type, what, span)) })
          }
        />
      }
      table={
        <Scrolling label={texts.flow}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{isDaily ? texts.day : texts.week}</Table.Th>
                <Table.Th ta="right">{texts.opened}</Table.Th>
                <Table.Th ta="right">{texts.closed}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {flow.map((span) => (
                <Table.Tr key={span.from}>
                  <Table.Td>
                    {isDaily
                      ? format.shortDay(span.from)
                      : `${format.shortDay(span.from)} – ${format.shortDay(span.to)}`}
                  </Table.Td>
                  <Table.Td ta="right">
                    <CountLink count={span.opened} search={pastOf(type, 'created', span)} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <CountLink count={span.closed} search={pastOf(type, 'closed', span)} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolling>
      }
    />
  )
}
