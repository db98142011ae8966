import { Alert, Group, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { FormDialog } from '../ui'
import { offerUndo, StepChip, ValueInput, type WorkStep } from '../work'
import { issueKey, useTell } from './issue'
import { missingFor, moveIssue } from './move'
import { controlOf, fieldOf } from './members'
import { useOnPage } from './page-context'
import { undoMove } from './undo'
import { WhatFollows } from './what-follows'

/** Moves the issue to a step: asks for what the step needs, and tells what the customer will see. */
export function MoveDialog({ step, onClose }: { step: WorkStep; onClose: () => void }) {
  const texts = useTexts().issuePage.move
  const format = useFormat()
  const queries = useQueryClient()
  const tell = useTell()
  const { loaded, issue, names, workplace, number } = useOnPage()
  const [asked] = useState(() => missingFor(step, issue))
  const [given, setGiven] = useState<Readonly<Record<string, unknown>>>({})
  const [comment, setComment] = useState('')
  const name = format.text(step.name) || step.key
  const [from] = useState(issue.step)
  const isMoved = issue.step !== from
  const isOpen = issue.transitions.some(({ to }) => to === step.key)
  const send = async () => {
    try {
      tell(await moveIssue(loaded, step.key, { given, comment }))
    } catch (failure) {
      void queries.invalidateQueries({ queryKey: issueKey(number) })
      throw failure
    }
    offerUndo(
      texts.done(number, name),
      async () => {
        const { saved, sentAlready } = await undoMove(number)
        tell(saved)
        return texts.undone(sentAlready)
      },
      number,
    )
  }
  return (
    <FormDialog
      // What was refused from the step before says nothing of this one.
      key={issue.step}
      title={texts.title(name)}
      action={texts.action(name)}
      onClose={onClose}
      onSubmit={send}
      paths={asked}
      size="lg"
      isReady={asked.length === 0}
      disabled={!isOpen}
    >
      {(errorAt) => (
        <>
          {isMoved && (
            <Alert color="call" role="alert">
              {texts.movedMeanwhile(names.step(issue.type, issue.step))}
              {!isOpen && issue.step !== step.key && ` ${texts.notFromThere(name)}`}
            </Alert>
          )}
          <Group gap={8}>
            <StepChip name={names.step(issue.type, issue.step)} category={issue.category} />
            <span aria-hidden>→</span>
            <StepChip name={name} category={step.category} colour={step.colour} />
          </Group>
          <CustomerSees step={step} />
          {asked.map((path, at) => {
            const field = controlOf(names, path)
            return field ? (
              <ValueInput
                key={path}
                field={field}
                label={names.field(fieldOf(path))}
                description={at === 0 ? texts.asked : undefined}
                value={given[path] ?? null}
                onChange={(value) => setGiven((now) => ({ ...now, [path]: value }))}
                path={path}
                errorAt={errorAt}
                required
                autoFocus={at === 0}
                users={workplace.users}
              />
            ) : null
          })}
          <Textarea
            label={texts.comment}
            description={texts.commentHelp}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <WhatFollows to={step.key} given={given} />
        </>
      )}
    </FormDialog>
  )
}

/** How the status page will name the step, in the customer's language. */
function CustomerSees({ step }: { step: WorkStep }) {
  const texts = useTexts().issuePage.move
  const work = useTexts().work
  const { issue, workplace, type } = useOnPage()
  if (type && !type.statusPage.enabled) return null
  if (step.hidden)
    return (
      <Text size="sm" className="desk-sunken">
        {texts.hidden}
      </Text>
    )
  const language = [issue.locale, workplace.defaultLocale].find((tag) => step.publicName[tag])
  const words = language ? step.publicName[language] : Object.values(step.publicName)[0]
  return (
    <Text size="sm" component="div" className="desk-sunken">
      {texts.customerSees} <strong lang={language}>{words || step.key}</strong>
      <Text size="sm" c="dimmed">
        {texts.stage(work.stages[step.stage])} · {work.turns[step.turn]}
      </Text>
    </Text>
  )
}
