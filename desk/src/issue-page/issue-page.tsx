import { SegmentedControl } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Conversation } from '../conversation/conversation'
import { CustomerBox } from '../conversation/customer-box'
import { FilesPart } from '../conversation/files-part'
import { usePresence } from '../live'
import { useTexts } from '../texts'
import { Later, Loaded } from '../ui'
import { rememberOpened, useWorkplace } from '../work'
import { DeadlinePart } from './deadline-part'
import { HistoryPart } from './history-part'
import { IssueHead } from './issue-head'
import { useIssue } from './issue'
import { LinksPart } from './links-part'
import { PageContext, useOnPage } from './page-context'
import { ContactPart } from './people-part'
import { StepButtons } from './step-buttons'
import { usePageKeys } from './use-page-keys'
import { ValuesPart } from './values-part'
import { WalkStrip } from './walk-strip'
import './issue-page.css'

/** All of one issue: where it stands and goes, what was said, and what is known. */
export function IssuePage() {
  const { number }: { number: string } = useParams({ strict: false })
  const query = useIssue(number)
  const workplace = useWorkplace()
  useEffect(() => rememberOpened(number), [number])
  useEffect(() => {
    document.title = `${number} · Reklamator`
  }, [number])
  return (
    <div className="issue-page">
      <WalkStrip number={number} />
      <Loaded query={query}>
        {(loaded) => (
          <Loaded query={workplace}>
            {(known) => (
              <PageContext value={{ loaded, workplace: known, isReady: !query.isPlaceholderData }}>
                <Columns key={number} />
              </PageContext>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}

type Tab = 'work' | 'facts'

function Columns() {
  const texts = useTexts().issuePage
  const [tab, setTab] = useState<Tab>('work')
  const { issue, number } = useOnPage()
  usePresence(number)
  usePageKeys(() => setTab('facts'))
  return (
    <div className="issue-columns" data-tab={tab}>
      <div className="issue-top">
        <IssueHead />
        <StepButtons />
      </div>
      <SegmentedControl
        className="issue-tabs"
        fullWidth
        aria-label={texts.tabs.label}
        value={tab}
        onChange={(next) => setTab(next === 'facts' ? 'facts' : 'work')}
        data={[
          { value: 'work', label: texts.tabs.work },
          { value: 'facts', label: texts.tabs.facts },
        ]}
      />
      <div className="issue-work">
        <ValuesPart which="long" />
        <Conversation number={number} issue={issue} />
        <Later>
          <HistoryPart />
        </Later>
      </div>
      <div className="issue-facts">
        <DeadlinePart />
        <ContactPart />
        <ValuesPart which="short" />
        <Later>
          <FilesPart number={number} issue={issue} />
          <CustomerBox number={number} issue={issue} />
          <LinksPart />
        </Later>
      </div>
    </div>
  )
}
