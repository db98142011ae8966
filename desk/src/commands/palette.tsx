import { Loader, Modal, Text, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'
import { KeyHint, useWorkplace, type Workplace } from '../work'
import type { Command } from './command'
import { matching } from './matching'
import { useCommands } from './use-commands'
import { useIssuesFound, useRecentIssues } from './use-issues-found'

const NOTHING: Workplace = {
  defaultLocale: 'en',
  defaultCountry: '',
  timeZone: 'UTC',
  types: [],
  fields: [],
  users: [],
  templates: [],
}
const GROUPS = ['recent', 'actions', 'places', 'desk', 'issues'] as const

type Props = { opened: boolean; onClose: () => void; showKeys: () => void }

/** Everything that one can open or do, by typing a bit of it. */
export function Palette({ opened, onClose, showKeys }: Props) {
  const texts = useTexts().commands
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={640}
      padding={0}
      yOffset="min(12dvh, 96px)"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content className="commands-palette" aria-label={texts.title}>
        <Choices onClose={onClose} showKeys={showKeys} />
      </Modal.Content>
    </Modal.Root>
  )
}

function Choices({ onClose, showKeys }: Omit<Props, 'opened'>) {
  const texts = useTexts().commands
  const [text, setText] = useState('')
  const { shown, isLooking, error } = useShown(text, showKeys)
  const list = useId()
  const { active, onKeyDown, point } = useActive(shown, text)
  const run = ({ run: act }: Command) => {
    onClose()
    void act()
  }
  const input = useRef<HTMLInputElement>(null)
  // At once, so that nothing is lost of what is typed right behind the key.
  useLayoutEffect(() => input.current?.focus(), [])
  const idOf = ({ id }: Command) => `${list}-${id}`
  return (
    <>
      <input
        ref={input}
        className="commands-search"
        type="text"
        role="combobox"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && active) run(active)
          else onKeyDown(event)
        }}
        placeholder={texts.placeholder}
        aria-label={texts.title}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={active ? idOf(active) : undefined}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        maxLength={200}
      />
      <span className="commands-mark" aria-hidden>
        {isLooking ? <Loader size={16} /> : <IconSearch size={18} />}
      </span>
      <VisuallyHidden role="status">{isLooking ? texts.looking : texts.found(shown.length)}</VisuallyHidden>
      <div className="commands-list">
        <div role="listbox" id={list} aria-label={texts.title}>
          {GROUPS.map((group) => (
            <Group
              key={group}
              name={texts.groups[group]}
              commands={shown.filter((one) => one.group === group)}
              active={active}
              idOf={idOf}
              onPoint={point}
              onRun={run}
            />
          ))}
        </div>
        <Nothing text={text} isNothing={shown.length === 0 && !isLooking} error={error} />
      </div>
      <Foot />
    </>
  )
}

/** What fits the text: commands and places at once, issues as soon as they are found. */
function useShown(text: string, showKeys: () => void) {
  const workplace = useWorkplace().data ?? NOTHING
  const commands = useCommands(showKeys)
  const recent = useRecentIssues(workplace)
  const { commands: issues, isLooking, error } = useIssuesFound(workplace, text)
  const local = matching([...recent, ...commands], text)
  const seen = new Set(local.map(({ name }) => name))
  const all = [...local, ...issues.filter(({ name }) => !seen.has(name))]
  const shown = GROUPS.flatMap((group) => all.filter((command) => command.group === group))
  return { shown, isLooking, error }
}

/** Which command Enter runs: the first one for a text, until the arrow keys or the pointer go to another. */
function useActive(shown: readonly Command[], text: string) {
  const [chosen, setChosen] = useState<{ id: string; text: string } | null>(null)
  const found = shown.findIndex(({ id }) => chosen?.text === text && id === chosen.id)
  const at = Math.max(0, found)
  const go = (to: number) => {
    const next = shown.at(to % Math.max(1, shown.length))
    if (next) setChosen({ id: next.id, text })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null
    if (to === null) return
    event.preventDefault()
    go(to)
  }
  const point = ({ id }: Command) => setChosen({ id, text })
  return { active: shown[at], onKeyDown, point }
}

type GroupProps = {
  name: string
  commands: readonly Command[]
  active: Command | undefined
  idOf: (command: Command) => string
  onPoint: (command: Command) => void
  onRun: (command: Command) => void
}

function Group({ name, commands, active, ...others }: GroupProps) {
  if (commands.length === 0) return null
  return (
    <div role="group" aria-label={name}>
      <div className="commands-group" aria-hidden>
        {name}
      </div>
      {commands.map((command) => (
        <Choice key={command.id} command={command} isActive={command.id === active?.id} {...others} />
      ))}
    </div>
  )
}

type ChoiceProps = Pick<GroupProps, 'idOf' | 'onPoint' | 'onRun'> & { command: Command; isActive: boolean }

function Choice({ command, isActive, idOf, onPoint, onRun }: ChoiceProps) {
  const { name, about, icon: Icon, keys } = command
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The focus stays where one writes, and keys are heard there.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={place}
      role="option"
      id={idOf(command)}
      aria-selected={isActive}
      className="commands-option"
      onMouseMove={() => (isActive ? null : onPoint(command))}
      onClick={() => onRun(command)}
    >
      <Icon size={18} aria-hidden />
      <span className="commands-name">
        {name}
        {about && <span className="commands-about">{about}</span>}
      </span>
      {keys && <KeyHint keys={keys} />}
    </div>
  )
}

function Nothing({ text, isNothing, error }: { text: string; isNothing: boolean; error: unknown }) {
  const texts = useTexts().commands
  const problemText = useProblemText()
  if (error)
    return (
      <Text size="sm" c="bad" p="sm" role="alert">
        {problemText(error)}
      </Text>
    )
  return isNothing ? (
    <Text size="sm" c="dimmed" p="md" ta="center">
      {texts.nothing(text.trim())}
    </Text>
  ) : null
}

function Foot() {
  const texts = useTexts().commands
  return (
    <div className="commands-foot" aria-hidden>
      <span>
        <KeyHint keys="ArrowUp" /> <KeyHint keys="ArrowDown" /> {texts.choose}
      </span>
      <span>
        <KeyHint keys="Enter" /> {texts.open}
      </span>
      <span>
        <KeyHint keys="Escape" /> {texts.close}
      </span>
    </div>
  )
}
