import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconLock, IconSend, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWriting } from '../live'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { type Issue, keysAreOn, useKeys } from '../work'
import { AttachButton } from './attach-button'
import { type Draft, isEmpty, type Mode, useDrafts } from './drafts'
import { ExactPreview } from './exact-preview'
import { HowChoice } from './how-choice'
import { Meanwhile } from './meanwhile'
import { ModeChoice } from './mode-choice'
import { type How, waysTo } from './sending'
import { TemplateSelect, useTemplate } from './template-select'
import { UploadList } from './upload-list'
import { useAttaching } from './use-attaching'
import { useSending } from './use-sending'

/** Where one writes: to the customer or for colleagues. The two never look alike, and the button says which it is. */
export function Composer({ number, issue }: { number: string; issue: Issue }) {
  const { conversation: texts } = useTexts()
  const problemText = useProblemText()
  const field = useRef<HTMLTextAreaElement>(null)
  const whole = useRef<HTMLElement>(null)
  const [mode, setMode] = useState<Mode>('public')
  const { drafts, change, forget } = useDrafts(number)
  const [wantedHow, setHow] = useState<How | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [isPreviewed, setPreviewed] = useState(false)
  const sending = useSending(number)
  const attaching = useAttaching(number)
  const draft = drafts[mode]
  useWriting(number, drafts.public.text + drafts.note.text)
  const template = useTemplate(mode === 'public' ? draft.template : null)
  const ways = waysTo(issue)
  const how = template?.channel ?? (wantedHow && ways.includes(wantedHow) ? wantedHow : (ways[0] ?? 'page'))

  const write = (next: Mode) => {
    // At once: who goes on typing writes, and presses no keys of the page.
    flushSync(() => {
      setMode(next)
      setChoosing(false)
      sending.clear()
    })
    field.current?.focus()
  }
  useKeys([
    { keys: 'r', does: texts.writeToCustomer, run: () => write('public') },
    { keys: 'n', does: texts.writeNote, run: () => write('note') },
  ])
  const send = async () => {
    if (isEmpty(draft)) return field.current?.focus()
    const sentMode = mode
    const from = document.activeElement
    if (!(await sending.send(bodyOf(draft, mode, how)))) return
    forget(sentMode)
    setPreviewed(false)
    notify(sentMode === 'note' ? texts.noted : how === 'page' ? texts.published : texts.sent)
    // Whoever has gone on meanwhile is not called back.
    if ([from, document.body].includes(document.activeElement)) field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isSend) {
      event.preventDefault()
      void send()
    } else if (event.key === '/' && mode === 'public' && draft.text === '') {
      event.preventDefault()
      setChoosing(true)
    } else if (event.key === 'Escape') whole.current?.focus()
  }
  const leaveChoosing = () => {
    setChoosing(false)
    requestAnimationFrame(() => field.current?.focus())
  }
  const isNote = mode === 'note'
  return (
    <section
      ref={whole}
      // Where Escape leads from the text: here the keys of the page are heard, and Tab goes on from here.
      tabIndex={-1}
      className="talk-composer"
      data-mode={mode}
      data-over={attaching.isOver || undefined}
      aria-label={texts.mode}
      {...attaching.dropping}
    >
      <Stack gap={8}>
        <Meanwhile
          number={number}
          isWriting={!isEmpty(drafts.public) || !isEmpty(drafts.note)}
          isOwn={sending.isOwn}
        />
        <Group justify="space-between" gap={8}>
          <ModeChoice mode={mode} drafts={drafts} onChoose={write} />
          {isNote ? (
            <span className="talk-kind">
              <IconLock size={14} aria-hidden /> {texts.onlyWe}
            </span>
          ) : (
            !template && <HowChoice issue={issue} ways={ways} value={how} onChoose={setHow} />
          )}
        </Group>
        {template && (
          <Group gap={6} wrap="nowrap">
            <Text size="sm" className="desk-wrap">
              {texts.template}: <strong>{template.name}</strong>
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => change('public', { template: null })}
            >
              {texts.templateRemove}
            </Button>
          </Group>
        )}
        <Textarea
          ref={field}
          aria-label={isNote ? texts.writeNote : texts.writeToCustomer}
          placeholder={isNote ? texts.writeNote : template ? texts.templateText : texts.writeToCustomer}
          value={draft.text}
          onChange={(event) => change(mode, { text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          onPaste={attaching.onPaste}
          autosize
          minRows={2}
          maxRows={14}
          maxLength={20_000}
          {...(isNote ? {} : { lang: issue.locale })}
        />
        {isPreviewed && !isNote && how !== 'page' && (
          <div className="talk-composer-open">
            <ExactPreview number={number} wish={previewOf(draft, how)} />
          </div>
        )}
        <UploadList number={number} />
        {sending.error !== null && (
          <Alert color="bad" role="alert">
            {problemText(sending.error)}
          </Alert>
        )}
        {isChoosing && (
          <TemplateSelect
            issue={issue}
            value={draft.template}
            onChoose={(key) => {
              change('public', { template: key })
              setPreviewed(true)
              leaveChoosing()
            }}
            onLeave={() => setChoosing(false)}
          />
        )}
        <Group justify="space-between" gap={8}>
          <Group gap={6}>
            <AttachButton onFiles={attaching.attach} />
            {!isNote && ways.length > 1 && (
              <Button
                variant="default"
                size="xs"
                onClick={() => setChoosing(true)}
                title={texts.templateHint}
              >
                {texts.template}
              </Button>
            )}
            {!isNote && how !== 'page' && (
              <Button
                variant="subtle"
                size="xs"
                aria-expanded={isPreviewed}
                disabled={isEmpty(draft)}
                onClick={() => setPreviewed(!isPreviewed)}
              >
                {isPreviewed ? texts.previewHide : texts.preview}
              </Button>
            )}
          </Group>
          <Button
            ml="auto"
            color={isNote ? 'call' : 'accent'}
            leftSection={isNote ? <IconLock size={16} aria-hidden /> : <IconSend size={16} aria-hidden />}
            {...(keysAreOn() ? { title: texts.sendKey } : {})}
            loading={sending.isBusy}
            onClick={() => void send()}
          >
            {isNote ? texts.addNote : texts.send}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

function bodyOf({ text, template }: Draft, mode: Mode, how: How) {
  if (mode === 'note') return { body: text, internal: true, from: 'shop' as const, send: false }
  const message = { body: text, internal: false, from: 'shop' as const, send: how !== 'page' }
  if (template !== null) return { ...message, template }
  return how === 'page' ? message : { ...message, channel: how }
}

function previewOf({ text, template }: Draft, how: 'email' | 'sms') {
  return { body: text, template, channel: how }
}
