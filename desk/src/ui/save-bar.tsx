import { Alert, Anchor, Button, Group, List, Modal, Radio, Stack, Table, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Draft } from '../api/draft'
import type { Clash } from '../api/merge'
import { useTexts } from '../texts'
import { notify } from './notify'
import { useMessageText, useProblemText } from './problem-text'

type Props<T extends object> = {
  draft: Draft<T>
  /** The name of a member for people, like "Page header" for `header`. */
  nameOf?: (member: string) => string
  /** On the button, where "Save" is not the word. */
  action?: string
  /** There is something to save although nothing was changed yet, like a new thing. */
  always?: boolean
  /** Beside the button, like the key that does the same. */
  hint?: ReactNode
  /** Where dropping what was written takes more than the draft. */
  onDiscard?: () => void
  onSaved?: () => void
}

/** Saves or drops what was changed, keeps one from leaving with it unseen, and settles what others changed meanwhile. */
export function SaveBar<T extends object>({
  draft,
  nameOf = (member) => member,
  action,
  always = false,
  hint,
  onDiscard = draft.discard,
  onSaved,
}: Props<T>) {
  const texts = useTexts().common
  const save = async () => {
    if (!(await draft.save())) return
    notify(texts.saved)
    onSaved?.()
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
      event.preventDefault()
      void latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <ErrorSummary draft={draft} nameOf={nameOf} />
      {(draft.isDirty || always) && (
        <Group
          className="desk-save-bar"
          justify="space-between"
          gap="sm"
          role="region"
          aria-label={texts.unsaved}
        >
          <Text size="sm" c="dimmed">
            {draft.isDirty ? texts.unsaved : ''}
          </Text>
          <Group gap="xs">
            {draft.isDirty && (
              <Button variant="default" onClick={onDiscard} disabled={draft.isSaving}>
                {texts.discard}
              </Button>
            )}
            <Button onClick={() => void save()} loading={draft.isSaving} rightSection={hint}>
              {action ?? texts.save}
            </Button>
          </Group>
        </Group>
      )}
      <LeaveGuard draft={draft} />
      {draft.conflict && <ConflictDialog draft={draft} clashes={draft.conflict.clashes} nameOf={nameOf} />}
    </>
  )
}

/** Everything that was refused, each with a way to its field; so that nothing is lost where no field shows it. */
function ErrorSummary<T extends object>({
  draft,
  nameOf,
}: {
  draft: Draft<T>
  nameOf: (member: string) => string
}) {
  const texts = useTexts().common
  const problemText = useProblemText()
  const messageText = useMessageText()
  const box = useRef<HTMLDivElement>(null)
  const { problem } = draft
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  return (
    <Alert color="bad" title={texts.notSaved} role="alert" ref={box} tabIndex={-1}>
      {draft.errors.length === 0 ? (
        problemText(problem)
      ) : (
        <List size="sm">
          {draft.errors.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>
              <Anchor component="button" type="button" size="sm" onClick={() => focusField(path)}>
                {nameOf(path)}
              </Anchor>
              {': '}
              {messageText(message)}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

/** Focuses the control that carries `data-path`, or the nearest that holds it. */
function focusField(path: string): void {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const place = document.querySelector(`[data-path="${CSS.escape(parts.slice(0, length).join('.'))}"]`)
    if (!place) continue
    const control = place.matches('input,textarea,select,button')
      ? place
      : place.querySelector('input,textarea,select,button,[contenteditable=true]')
    if (control instanceof HTMLElement) control.focus()
    place.scrollIntoView({ block: 'center' })
    return
  }
}

function LeaveGuard<T extends object>({ draft }: { draft: Draft<T> }) {
  const texts = useTexts().common
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => draft.isDirtyNow() && current.pathname !== next.pathname,
    enableBeforeUnload: () => draft.isDirtyNow(),
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal opened onClose={blocker.reset} title={texts.leaveTitle} centered>
      <Stack>
        <Text>{texts.leaveAbout}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" color="bad" onClick={blocker.proceed}>
            {texts.leaveAnyway}
          </Button>
          <Button onClick={blocker.reset} data-autofocus>
            {texts.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function ConflictDialog<T extends object>({
  draft,
  clashes,
  nameOf,
}: {
  draft: Draft<T>
  clashes: readonly Clash<T>[]
  nameOf: (member: string) => string
}) {
  const texts = useTexts().common
  const [choice, setChoice] = useState<Record<string, 'mine' | 'theirs'>>({})
  const isSettled = clashes.every(({ member }) => choice[member])
  return (
    <Modal opened onClose={draft.leaveConflict} title={texts.conflictTitle} size="xl">
      <Stack>
        <Text>{texts.conflictAbout}</Text>
        {clashes.map(({ member, mine, theirs }) => (
          <Radio.Group
            key={member}
            label={nameOf(member)}
            value={choice[member] ?? ''}
            onChange={(side) =>
              setChoice((now) => ({ ...now, [member]: side === 'mine' ? 'mine' : 'theirs' }))
            }
          >
            <Table layout="fixed" mt={4}>
              <Table.Tbody>
                {(['mine', 'theirs'] as const).map((side) => (
                  <Table.Tr key={side}>
                    <Table.Td w={160} valign="top">
                      <Radio value={side} label={side === 'mine' ? texts.mine : texts.theirs} />
                    </Table.Td>
                    <Table.Td className="desk-mono desk-wrap">
                      {shown(side === 'mine' ? mine : theirs)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Radio.Group>
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={draft.leaveConflict}>
            {texts.backToEditing}
          </Button>
          <Button disabled={!isSettled} onClick={() => void draft.settle(choice)}>
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1)
}
