import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { DeadlineChip } from '../work'
import { Editable } from './editable'
import { ExtensionDialog } from './extension-dialog'
import { saveMember, useTell } from './issue'
import { useOnPage } from './page-context'
import { Part } from './part'

/** Until when the issue has to be settled, why, and what can be done about it. */
export function DeadlinePart() {
  const texts = useTexts().issuePage.deadline
  const { issue, may, names } = useOnPage()
  const format = useFormat()
  const [isExtending, setExtending] = useState(false)
  const { deadline, due } = issue
  const mayExtend = may && (deadline?.state === 'running' || deadline?.state === 'paused')
  return (
    <Part title={names.field('due')} actions={<DeadlineChip issue={issue} />}>
      <dl className="issue-lines">
        <Editable
          label={texts.day}
          path="due"
          field={{ type: 'date', options: [] }}
          text={due ? format.day(due) : ''}
        />
        {deadline && <Clock />}
      </dl>
      {deadline?.words && (
        <Text size="sm" c="dimmed" lang={issue.locale} className="desk-wrap">
          {deadline.words}
        </Text>
      )}
      <Group gap={6}>
        {mayExtend && (
          <Button variant="default" size="compact-sm" onClick={() => setExtending(true)}>
            {texts.extend}
          </Button>
        )}
        {may && deadline?.state === 'by-hand' && <BackToRule />}
      </Group>
      {isExtending && <ExtensionDialog onClose={() => setExtending(false)} />}
    </Part>
  )
}

/** How the rule came to the day. */
function Clock() {
  const texts = useTexts().issuePage.deadline
  const rules = useTexts().issueTypes.deadline
  const { deadline } = useOnPage().issue
  const format = useFormat()
  if (!deadline) return null
  const { rule, law, state, start, since, pausedDays, silence, extension } = deadline
  const lines: [string, string | null][] = [
    [texts.state, texts.states[state]],
    [texts.rule, rule],
    [texts.law, law && rules.laws[law]],
    [texts.start, start && format.shortDay(start)],
    [state === 'paused' ? texts.pausedSince : texts.metOn, since && format.shortDay(since)],
    [texts.pausedDays, pausedDays > 0 ? texts.days(pausedDays) : null],
    [texts.extended, extension && extensionText(extension)],
    [texts.silence, silence && rules.silences[silence]],
  ]
  function extensionText({ to, consent }: NonNullable<typeof extension>) {
    const until = format.shortDay(to)
    return consent ? texts.agreed(until, consent.by, texts.ways[consent.how]) : until
  }
  return lines.map(([name, words]) =>
    words ? (
      <div className="issue-line" key={name}>
        <dt>{name}</dt>
        <dd>
          <span className="issue-value-fixed">{words}</span>
        </dd>
      </div>
    ) : null,
  )
}

/** Gives a day that somebody chose back to the rule. */
function BackToRule() {
  const texts = useTexts().issuePage.deadline
  const { loaded } = useOnPage()
  const tell = useTell()
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      tell(await saveMember(loaded, 'due', null))
    } catch (error) {
      notify(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" size="compact-sm" loading={isBusy} onClick={() => void run()}>
      {texts.backToRule}
    </Button>
  )
}
