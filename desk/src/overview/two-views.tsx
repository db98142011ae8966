import { Box, SegmentedControl, Skeleton } from '@mantine/core'
import { type ReactNode, Suspense, useState } from 'react'
import { useTexts } from '../texts'
import { Section } from '../ui'

type Props = {
  title: string
  about: string
  /** What the chart says, in a sentence. */
  summary: ReactNode
  chart: ReactNode
  table: ReactNode
}

/** A chart, or the same as a table: for whoever reads figures better, hears them, or wants to follow them. */
export function TwoViews({ title, about, summary, chart, table }: Props) {
  const texts = useTexts().overview
  const [view, setView] = useState('chart')
  return (
    <Section
      title={title}
      about={about}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={texts.shownAs(title)}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: texts.asChart },
            { value: 'table', label: texts.asTable },
          ]}
        />
      }
    >
      {summary}
      {view === 'table' ? (
        table
      ) : (
        <Box role="img" aria-label={texts.chartOf(title)} h={260}>
          <Suspense fallback={<Skeleton height={260} />}>{chart}</Suspense>
        </Box>
      )}
    </Section>
  )
}
