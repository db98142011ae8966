import '@mantine/charts/styles.css'
import { BarChart, LineChart } from '@mantine/charts'
import { useReducedMotion } from '@mantine/hooks'
import { useFormat, useTexts } from '../texts'
import type { Overview } from './overview'

type Span = Overview['flow'][number]

type FlowProps = {
  spans: readonly Span[]
  onChoose: (what: 'created' | 'closed', span: Span) => void
}

/** Opened beside closed: told apart by place and pattern of light, not by hue alone. */
export function FlowChart({ spans, onChoose }: FlowProps) {
  const texts = useTexts().overview
  const format = useFormat()
  const calm = useReducedMotion()
  return (
    <BarChart
      h={260}
      data={spans.map((span) => ({ ...span, day: format.shortDay(span.from) }))}
      dataKey="day"
      series={[
        { name: 'opened', label: texts.opened, color: 'var(--chart-first)' },
        { name: 'closed', label: texts.closed, color: 'var(--chart-second)' },
      ]}
      withLegend
      legendProps={{ position: 'top', height: 36, itemSorter: null }}
      tickLine="none"
      gridAxis="x"
      valueFormatter={format.number}
      yAxisProps={{ allowDecimals: false, width: 36 }}
      barChartProps={{ accessibilityLayer: false }}
      barProps={({ name }) => ({
        isAnimationActive: !calm,
        cursor: 'pointer',
        onClick: (_bar: unknown, index: number) => {
          const span = spans[index]
          if (span) onChoose(name === 'closed' ? 'closed' : 'created', span)
        },
      })}
    />
  )
}

type SpeedProps = { months: Overview['decisions']; onChoose: (month: string) => void }

/** The line of the middle, and a broken one of the slowest tenth. */
export function SpeedChart({ months, onChoose }: SpeedProps) {
  const texts = useTexts().overview
  const format = useFormat()
  const calm = useReducedMotion()
  const days = (hours: number) => Math.round((hours / 24) * 10) / 10
  return (
    <LineChart
      h={260}
      data={months.map(({ month, medianHours, p90Hours }) => ({
        month: format.month(month),
        median: days(medianHours),
        p90: days(p90Hours),
      }))}
      dataKey="month"
      series={[
        { name: 'median', label: texts.median, color: 'var(--chart-first)' },
        { name: 'p90', label: texts.p90, color: 'var(--chart-third)', strokeDasharray: '6 4' },
      ]}
      withLegend
      legendProps={{ position: 'top', height: 36, itemSorter: null }}
      tickLine="none"
      gridAxis="x"
      curveType="linear"
      valueFormatter={(value) => texts.days(format.number(value))}
      yAxisProps={{ width: 44 }}
      lineChartProps={{
        accessibilityLayer: false,
        style: { cursor: 'pointer' },
        onClick: ({ activeLabel }) => {
          const chosen = months.find(({ month }) => format.month(month) === activeLabel)
          if (chosen) onChoose(chosen.month)
        },
      }}
      lineProps={{ isAnimationActive: !calm }}
    />
  )
}
