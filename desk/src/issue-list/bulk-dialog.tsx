import { Button, Group, Modal, Progress, Select, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSession } from '../api/session'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'
import { type Issue, useNames, type Workplace } from '../work'
import { askedOf, type BulkChange, type BulkKind, type Given, moveOf, stepsFor } from './bulk'
import { tryChange } from './bulk-calls'
import { BulkNeeds } from './bulk-needs'
import { BulkPreview } from './bulk-preview'
import { useBulk } from './use-bulk'

type Props = {
  kind: BulkKind
  issues: readonly Issue[]
  workplace: Workplace
  onClose: () => void
  onDone: () => void
}
const NOBODY = 'none'
const NOTHING: Given = {}
/** Nothing is tried while somebody is still writing. */
const PAUSE_MS = 300

/** Asks what shall become of many issues, shows what that does, and does it. */
export function BulkDialog({ kind, issues, workplace, onClose, onDone }: Props) {
  const { issueList, common } = useTexts()
  const texts = issueList.bulk
  const problemText = useProblemText()
  const choices = useChoices(kind, issues, workplace)
  const [chosen, setChosen] = useState<string | null>(null)
  const [comment, setComment] = useState('')
  const [given, setGiven] = useState(NOTHING)
  const [tried] = useDebouncedValue(given, PAUSE_MS)
  const [error, setError] = useState<unknown>(null)
  const name = choices.find(({ value }) => value === chosen)?.name ?? ''
  const { progress, run, stop } = useBulk((count) =>
    kind === 'move'
      ? texts.doneMove(count, name)
      : chosen === NOBODY
        ? texts.doneNobody(count)
        : texts.doneAssign(count, name),
  )
  const numbers = issues.map(({ number }) => number)
  const { stepOf } = useNames(workplace)
  const asked = useMemo(
    () =>
      kind === 'move' && chosen !== null ? askedOf(issues, chosen, stepOf) : new Map<string, string[]>(),
    // Steps follow from the workplace.
    // oxlint-disable-next-line react/exhaustive-deps
    [kind, chosen, issues, workplace],
  )
  const preview = useQuery({
    queryKey: ['bulk-preview', kind, chosen, numbers, tried],
    queryFn: ({ signal }) => tryChange(numbers, changeOf(kind, chosen, '', tried), signal),
    // What was found stays while a value is written; another step has nothing to do with it.
    placeholderData: (before, query) => (query?.queryKey[2] === chosen ? before : undefined),
    enabled: chosen !== null,
    gcTime: 0,
    staleTime: 0,
  })
  const isLooking = preview.isPlaceholderData || tried !== given
  const concerned = preview.data?.items.filter((one) => one.changed).map(({ number }) => number) ?? []
  const apply = async () => {
    setError(null)
    try {
      await run(concerned, changeOf(kind, chosen, comment, given))
      onDone()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={kind === 'move' ? texts.moveTitle(issues.length) : texts.assignTitle(issues.length)}
      centered
      closeOnClickOutside={progress === null}
      closeOnEscape={progress === null}
      withCloseButton={progress === null}
    >
      <Stack>
        {choices.length === 0 ? (
          <Text>{texts.noStep}</Text>
        ) : (
          <Select
            label={kind === 'move' ? texts.step : texts.handler}
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={chosen}
            onChange={(to) => {
              setChosen(to)
              setGiven(NOTHING)
            }}
            searchable
            allowDeselect={false}
            data-autofocus
            disabled={progress !== null}
            nothingFoundMessage={issueList.filter.nothing}
          />
        )}
        <BulkNeeds
          asked={asked}
          given={given}
          onGiven={(path, value) => setGiven((before) => ({ ...before, [path]: value }))}
          outcomes={isLooking ? [] : (preview.data?.items ?? [])}
          workplace={workplace}
          disabled={progress !== null}
        />
        {kind === 'move' && choices.length > 0 && (
          <Textarea
            label={texts.comment}
            description={texts.commentAbout}
            value={comment}
            maxLength={2000}
            autosize
            minRows={2}
            disabled={progress !== null}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        )}
        {chosen !== null && (
          <BulkPreview
            query={preview}
            workplace={workplace}
            lacks={(number, path) =>
              (tried[path] ?? null) === null && (asked.get(path)?.includes(number) ?? false)
            }
          />
        )}
        {error !== null && (
          <Text c="bad" role="alert">
            {problemText(error)}
          </Text>
        )}
        {progress ? (
          <Group gap="sm" wrap="nowrap">
            <Progress
              flex={1}
              value={(100 * progress.done) / Math.max(1, progress.of)}
              aria-label={texts.progress(progress.done, progress.of)}
            />
            <Text size="sm" role="status">
              {texts.progress(progress.done, progress.of)}
            </Text>
            <Button variant="default" onClick={stop}>
              {texts.stop}
            </Button>
          </Group>
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button disabled={concerned.length === 0 || isLooking} onClick={() => void apply()}>
              {texts.apply(concerned.length)}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

function changeOf(kind: BulkKind, chosen: string | null, comment: string, given: Given): BulkChange {
  if (kind === 'move') return moveOf(chosen ?? '', comment, given)
  return { handler: chosen === NOBODY ? null : chosen }
}

type Choice = { value: string; label: string; name: string }

/** Whom they may be given to, oneself first; or where they may go, with how many of them. */
function useChoices(kind: BulkKind, issues: readonly Issue[], workplace: Workplace): Choice[] {
  const { issueList } = useTexts()
  const names = useNames(workplace)
  const me = useSession()?.user.id
  if (kind === 'move')
    return stepsFor(issues).map(({ to, type, count }) => {
      const name = names.step(type, to)
      return { value: to, name, label: issues.length > 1 ? issueList.bulk.stepFor(name, count) : name }
    })
  const people = workplace.users.filter(({ active, handles }) => active && handles)
  const ordered = [...people.filter(({ id }) => id === me), ...people.filter(({ id }) => id !== me)]
  return [
    ...ordered.map(({ id, name }) => ({
      value: id,
      name,
      label: id === me ? `${name} (${issueList.filter.me})` : name,
    })),
    { value: NOBODY, name: issueList.filter.nobody, label: issueList.filter.nobody },
  ]
}
