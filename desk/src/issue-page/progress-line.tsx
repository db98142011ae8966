import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useFormat, useTexts } from '../texts'
import { useOnPage } from './page-context'

/** The stages that the customer sees, with the days on which they were reached. */
export function ProgressLine() {
  const texts = useTexts().issuePage
  const stages = useTexts().work.stages
  const format = useFormat()
  const { issue } = useOnPage()
  return (
    <ol className="issue-progress" aria-label={texts.progress}>
      {issue.progress.map(({ stage, state, at }) => (
        <li
          key={stage}
          className="issue-stage"
          data-state={state}
          {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="issue-stage-mark" aria-hidden>
            {(state === 'done' || (state === 'current' && issue.category === 'done')) && (
              <IconCheck size={12} />
            )}
            {state === 'skipped' && <IconMinus size={12} />}
          </span>
          <span className="issue-stage-name">
            <VisuallyHidden>{texts.stageStates[state]} </VisuallyHidden>
            {stages[stage]}
          </span>
          <span className="issue-stage-date">{at ? format.shortDay(at) : ''}</span>
        </li>
      ))}
    </ol>
  )
}
