import './overview.css'
import { SegmentedControl, Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { dayIn } from '../issue-list/state'
import { useTexts } from '../texts'
import { Later, Loaded, Page } from '../ui'
import { useNames, useWorkplace, type Workplace } from '../work'
import { AgesPart } from './ages-part'
import { FlowPart } from './flow-part'
import { PERIODS, periodIn, useOverview } from './overview'
import { PeoplePart } from './people-part'
import { SpeedPart } from './speed-part'
import { Tiles } from './tiles'
import { WaitingPart } from './waiting-part'

/** How the work stands and how it went: each part answers a question, and leads to the issues behind the answer. */
export function OverviewPage() {
  const texts = useTexts().overview
  const query = useWorkplace()
  if (!query.data)
    return (
      <Page title={texts.title} about={texts.about} width={1360}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  return <Figures workplace={query.data} />
}

function Figures({ workplace }: { workplace: Workplace }) {
  const texts = useTexts().overview
  const names = useNames(workplace)
  const navigate = useNavigate()
  const asked: { type?: string; period?: string } = useSearch({ strict: false })
  const type = names.typeOf(asked.type ?? '')?.key
  const period = periodIn(asked.period)
  const [today] = useState(() => dayIn(workplace.timeZone, new Date()))
  const query = useOverview(type, period, today)
  const choose = (part: Record<string, string | null>) => {
    const search = Object.entries({ ...asked, ...part }).filter(([, value]) => value)
    void navigate({ to: '.', search: Object.fromEntries(search), replace: true })
  }
  return (
    <Page
      title={texts.title}
      about={texts.about}
      width={1360}
      actions={
        <>
          <Select
            aria-label={texts.type}
            placeholder={texts.allTypes}
            data={workplace.types.map(({ key }) => ({ value: key, label: names.type(key) }))}
            value={type ?? null}
            onChange={(key) => choose({ type: key })}
            clearable
            clearButtonProps={{ 'aria-label': texts.allTypes }}
            w={{ base: '100%', xs: 200 }}
          />
          <SegmentedControl
            aria-label={texts.period}
            data={Object.keys(PERIODS).map((value) => ({ value, label: texts.periods[periodIn(value)] }))}
            value={period}
            onChange={(value) => choose({ period: value })}
          />
        </>
      }
    >
      <Loaded query={query}>
        {(overview) => (
          <>
            <Tiles overview={overview} type={type} />
            <div className="overview-parts">
              <WaitingPart overview={overview} type={type} workplace={workplace} />
              <div className="overview-column">
                <PeoplePart overview={overview} type={type} />
                <AgesPart overview={overview} type={type} />
              </div>
              <Later>
                <FlowPart overview={overview} type={type} />
                <SpeedPart overview={overview} workplace={workplace} />
              </Later>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}
