import { Group, Text, TextInput } from '@mantine/core'
import { useFormat, useTexts } from '../texts'
import { CodeEditor, LanguageTabs, Section, useMessageText, useWriting } from '../ui'
import { useCompleting } from './completing'
import { type Size, TextSize } from './text-size'
import { type Template, withText, writtenIn } from './templates'
import { VariablePicker } from './variable-picker'

type Props = {
  value: Template
  onChange: (part: Partial<Template>) => void
  errorAt: (path: string) => string | undefined
  /** What a text message counts as, by language. */
  sizes: Readonly<Record<string, Size>>
}

/** Name, subject and body of a template, one language at a time. */
export function TemplateForm({ value, onChange, errorAt, sizes }: Props) {
  const { templates: texts, common } = useTexts()
  const messageText = useMessageText()
  return (
    <Section title={texts.writing} about={texts.writingAbout(texts.channels[value.channel])}>
      <TextInput
        label={common.name}
        description={texts.nameHelp}
        data-path="name"
        value={value.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={messageText(errorAt('name'))}
      />
      <LanguageChoice value={value} />
      {value.channel === 'email' && <Subject {...{ value, onChange, errorAt }} />}
      <Body {...{ value, onChange, errorAt }} />
      <TextSize sizes={sizes} />
    </Section>
  )
}

function LanguageChoice({ value }: { value: Template }) {
  const { templates: texts } = useTexts()
  const { locale, locales } = useWriting()
  const format = useFormat()
  const written = Object.fromEntries(writtenIn(value).map((tag) => [tag, 'x']))
  const missing = locales.filter((tag) => !written[tag])
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text fw={600} component="h3" size="md">
          {format.language(locale)}
        </Text>
        <LanguageTabs value={written} label={texts.writing} />
      </Group>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {texts.missingAbout(format.list(missing.map(format.language)))}
        </Text>
      )}
    </div>
  )
}

type Part = Omit<Props, 'sizes'>

function Subject({ value, onChange, errorAt }: Part) {
  const texts = useTexts().templates
  const { locale } = useWriting()
  const messageText = useMessageText()
  const path = `subject.${locale}`
  return (
    <TextInput
      label={texts.members['subject']}
      description={texts.subjectHelp}
      data-path={path}
      lang={locale}
      value={value.subject[locale] ?? ''}
      onChange={(event) => onChange({ subject: withText(value.subject, locale, event.currentTarget.value) })}
      error={messageText(errorAt(path) ?? errorAt('subject'))}
    />
  )
}

function Body({ value, onChange, errorAt }: Part) {
  const texts = useTexts().templates
  const { locale } = useWriting()
  const complete = useCompleting()
  const path = `body.${locale}`
  return (
    <CodeEditor
      key={locale}
      label={texts.members['body'] ?? ''}
      description={value.channel === 'email' ? texts.bodyHelp : texts.smsHelp}
      language="text"
      value={value.body[locale] ?? ''}
      onChange={(text) => onChange({ body: withText(value.body, locale, text) })}
      path={path}
      error={errorAt(path) ?? errorAt('body')}
      minHeight={value.channel === 'email' ? 320 : 140}
      maxHeight={640}
      completeBy={complete}
      toolbar={toolbar}
    />
  )
}

function toolbar(insert: (before: string) => void) {
  return (
    <Group p={6} gap={6}>
      <VariablePicker insert={insert} />
    </Group>
  )
}
