import { useFormat, useTexts } from '../texts'
import { DeadlineChip, type Issue, StepChip, type useNames } from '../work'

type Props = {
  issue: Issue
  field: string
  names: ReturnType<typeof useNames>
  textOf: (issue: Issue, field: string) => string
}

/** What a list shows of one field of an issue, on one line. */
export function Cell({ issue, field, names, textOf }: Props) {
  const texts = useTexts().issueList
  switch (field) {
    case 'step':
      return <Step issue={issue} names={names} />
    case 'due':
      return <DeadlineChip issue={issue} isLight />
    case 'created':
    case 'changed':
      return <Moment at={issue[field]} />
    case 'contact.name': {
      const { name, email, phone } = issue.contact
      const text = name || email || phone
      return text ? <>{text}</> : <span className="list-dim">{texts.noContact}</span>
    }
    case 'handler':
      return issue.handler ? <>{issue.handler.name}</> : <span className="list-dim">–</span>
    default:
      return <>{textOf(issue, field)}</>
  }
}

export function Step({ issue, names }: Pick<Props, 'issue' | 'names'>) {
  const step = names.stepOf(issue.type, issue.step)
  return (
    <StepChip
      name={names.step(issue.type, issue.step)}
      category={issue.category}
      colour={step?.colour ?? null}
    />
  )
}

/** The time for what was today, else the day; the whole on hover. */
function Moment({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.moment(at)}
    </time>
  )
}
