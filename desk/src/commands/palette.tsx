import { Combobox, Loader, Modal, ScrollArea, Text, useCombobox, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
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
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      aria-label={texts.title}
      size={640}
      padding={0}
      yOffset="min(12dvh, 96px)"
      classNames={{ content: 'commands-palette' }}
    >
      <Choices onClose={onClose} showKeys={showKeys} />
    </Modal>
  )
}

function Choices({ onClose, showKeys }: Omit<Props, 'opened'>) {
  const texts = useTexts().commands
  const problemText = useProblemText()
  const [text, setText] = useState('')
  const box = useCombobox({ opened: true })
  const workplace = useWorkplace().data ?? NOTHING
  const commands = useCommands(showKeys)
  const recent = useRecentIssues(workplace)
  const { commands: issues, isLooking, error } = useIssuesFound(workplace, text)
  const local = matching(text.trim() ? [...commands, ...recent] : [...recent, ...commands], text)
  const seen = new Set(local.map(({ name }) => name))
  const all = [...local, ...issues.filter(({ name }) => !seen.has(name))]
  const shown = GROUPS.flatMap((group) => all.filter((command) => command.group === group))
  const first = shown[0]?.id

  const latest = useRef(box)
  useEffect(() => {
    latest.current = box
  })
  // What is chosen follows the text and what is first for it; issues that come later stand below.
  useEffect(() => {
    latest.current.selectFirstOption()
  }, [text, first])

  const run = (id: string) => {
    onClose()
    void shown.find((command) => command.id === id)?.run()
  }
  const said = isLooking ? texts.looking : texts.found(shown.length)
  return (
    <Combobox store={box} onOptionSubmit={run}>
      <Combobox.EventsTarget withExpandedAttribute>
        <input
          className="commands-search"
          type="text"
          role="combobox"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={texts.placeholder}
          aria-label={texts.title}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
          maxLength={200}
        />
      </Combobox.EventsTarget>
      <span className="commands-mark" aria-hidden>
        {isLooking ? <Loader size={16} /> : <IconSearch size={18} />}
      </span>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <ScrollArea.Autosize mah="min(60dvh, 420px)" type="auto" className="commands-list">
        <Combobox.Options aria-label={texts.title}>
          {GROUPS.map((group) => (
            <Group
              key={group}
              name={texts.groups[group]}
              commands={shown.filter((one) => one.group === group)}
            />
          ))}
        </Combobox.Options>
        {error !== null && (
          <Text size="sm" c="bad" p="sm" role="alert">
            {problemText(error)}
          </Text>
        )}
        {shown.length === 0 && !isLooking && error === null && (
          <Text size="sm" c="dimmed" p="md" ta="center">
            {texts.nothing(text.trim())}
          </Text>
        )}
      </ScrollArea.Autosize>
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
    </Combobox>
  )
}

function Group({ name, commands }: { name: string; commands: readonly Command[] }) {
  if (commands.length === 0) return null
  return (
    <Combobox.Group label={name}>
      {commands.map(({ id, name: label, about, icon: Icon, keys }) => (
        <Combobox.Option key={id} value={id} className="commands-option">
          <Icon size={18} aria-hidden />
          <span className="commands-name">
            {label}
            {about && <span className="commands-about">{about}</span>}
          </span>
          {keys && <KeyHint keys={keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}
