import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from '../api/problem'
import { controlOf, fieldOf } from '../issue-page/members'
import { missingFor } from '../issue-page/move'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'
import { type Issue, issuePath, useNames, ValueInput, type Workplace } from '../work'

/** By the member of the API that it is. */
export type Given = Readonly<Record<string, unknown>>

type Props = {
  issue: Issue
  to: string
  workplace: Workplace
  onClose: () => void
  /** Moves the issue with what was given; answers why that was refused. */
  onGiven: (given: Given) => Promise<unknown>
}

/** Asks for what a step needs and an issue does not have yet. */
export function NeedsDialog({ issue, to, workplace, onClose, onGiven }: Props) {
  const { board: texts, common } = useTexts()
  const names = useNames(workplace)
  const problemText = useProblemText()
  const [given, setGiven] = useState<Given>({})
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [missing] = useState(() => {
    const step = names.stepOf(issue.type, to)
    return step ? missingFor(step, issue) : []
  })
  const fields = missing.map((path) => {
    const field = controlOf(names, path) ?? { type: 'text' as const, options: [] }
    return { path, label: names.field(fieldOf(path)), field }
  })
  // Files are attached where one sees the issue's other files.
  const isElsewhere = fields.some(({ field }) => field.type === 'file')
  const wrong = error instanceof Problem ? error.errors : []
  const isSaidBeside =
    wrong.length > 0 && wrong.every(({ path }) => missing.some((asked) => path.startsWith(asked)))
  const go = async () => {
    setBusy(true)
    const refused = await onGiven(given)
    setBusy(false)
    if (refused) setError(refused)
    else onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.needsTitle(names.step(issue.type, to))} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        <Stack>
          <Text>{texts.needsAbout(issue.number)}</Text>
          {fields.map(({ path, label, field }, index) =>
            field.type === 'file' ? (
              <Text key={path} fw={600}>
                {label}
              </Text>
            ) : (
              <ValueInput
                key={path}
                field={field}
                label={label}
                value={given[path] ?? null}
                onChange={(value) => setGiven((before) => ({ ...before, [path]: value }))}
                path={path}
                errorAt={(member) => wrong.find((one) => one.path === member)?.message}
                required
                autoFocus={index === 0 && field.type !== 'choice' && field.type !== 'user'}
                users={workplace.users.filter(({ handles }) => handles)}
              />
            ),
          )}
          {isElsewhere && <Text size="sm">{texts.filesThere}</Text>}
          {error !== null && !isSaidBeside && (
            <Text c="bad" role="alert">
              {problemText(error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            {isElsewhere ? (
              <Button component={Link} to={issuePath(issue.number)}>
                {texts.toIssue}
              </Button>
            ) : (
              <Button type="submit" loading={isBusy}>
                {texts.moveOn}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
