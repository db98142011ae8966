import { Loader, Text, UnstyledButton } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'
import { ValueInput, type ValueInputProps } from '../work'
import { ClashDialog } from './clash-dialog'
import { useOnPage } from './page-context'
import { useMemberEdit } from './use-member-edit'

type Props = {
  label: string
  /** The member of the issue, like `values.product`. */
  path: string
  field: ValueInputProps['field']
  /** The value in words; empty where there is none. */
  text: string
  /** How it is shown, where that is not its text. */
  shown?: ReactNode
  /** What stands beside it, like a link that opens it. */
  beside?: ReactNode
  /** Whether its label stands to the left of it, or above. */
  isWide?: boolean
  files?: ValueInputProps['files']
  /** Whom one may choose, where not everybody. */
  users?: ValueInputProps['users']
  isFixed?: boolean
}

/** What is chosen is saved at once: there is nothing to finish. */
const CHOSEN = new Set(['choice', 'user', 'file', 'boolean'])

/** What needs all the room there is while it is edited. */
const IN_PARTS = new Set(['address', 'link', 'money', 'date-time', 'multi-choice'])

/** A member of the issue in its place: a click or Enter edits it, Escape leaves it, Enter or going elsewhere saves it. */
export function Editable({ label, path, field, text, shown, beside, isWide, files, users, isFixed }: Props) {
  const texts = useTexts().issuePage
  const problemText = useProblemText()
  const { loaded, workplace, may } = useOnPage()
  const edit = useMemberEdit(path, loaded)
  const button = useRef<HTMLButtonElement>(null)
  const editor = useRef<HTMLDivElement>(null)
  const backToValue = () => requestAnimationFrame(() => button.current?.focus())
  const finish = async (...given: [unknown?]) => {
    if (await edit.save(...given)) backToValue()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      edit.cancel()
      backToValue()
    }
    const isDone =
      event.key === 'Enter' &&
      (event.ctrlKey || event.metaKey || !['long-text', 'multi-choice', ...CHOSEN].includes(field.type))
    if (!isDone || (isInList(event.target) && !event.ctrlKey && !event.metaKey)) return
    event.preventDefault()
    void finish()
  }
  const onBlur = (event: FocusEvent) => {
    if (editor.current?.contains(event.relatedTarget) || edit.clash) return
    if (document.hasFocus()) void edit.save()
  }
  const isEditable = may && !isFixed
  return (
    <div
      className="issue-line"
      data-wide={isWide || (edit.isEditing && IN_PARTS.has(field.type)) || undefined}
      data-member={path}
    >
      <dt>{label}</dt>
      <dd>
        {edit.isEditing ? (
          // Keys and blur come from the controls in it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <div ref={editor} role="group" aria-label={label} onKeyDown={onKeyDown} onBlur={onBlur}>
            <ValueInput
              field={field}
              label={label}
              isLabelShown={false}
              value={edit.value}
              onChange={CHOSEN.has(field.type) ? (value) => void finish(value) : edit.change}
              path={path}
              errorAt={edit.errorAt}
              users={users ?? workplace.users}
              files={files ?? []}
              autoFocus
              isOpen
            />
            {edit.error !== null && (
              <Text size="xs" c="bad" role="alert">
                {problemText(edit.error)}
              </Text>
            )}
            {edit.isSaving && <Loader size={12} aria-label={texts.saving} />}
          </div>
        ) : (
          <>
            {isEditable ? (
              <UnstyledButton
                ref={button}
                className="issue-value"
                data-empty={text === '' || undefined}
                aria-label={texts.editValue(label, text)}
                onClick={edit.begin}
              >
                {shown ?? (text || texts.empty)}
              </UnstyledButton>
            ) : (
              <span className="issue-value-fixed" data-empty={text === '' || undefined}>
                {shown ?? (text || '–')}
              </span>
            )}
            {beside}
          </>
        )}
      </dd>
      {edit.clash && <ClashDialog label={label} path={path} edit={edit} onLeft={backToValue} />}
    </div>
  )
}

/** In a list that is open, Enter chooses. */
function isInList(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'
}
