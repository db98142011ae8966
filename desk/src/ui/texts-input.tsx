import { Group, Input, SegmentedControl, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { createContext, type ReactNode, useContext, useId, useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { useMessageText } from './problem-text'

type TextsByLocale = Readonly<Record<string, string>>

const Writing = createContext<{
  locale: string
  setLocale: (locale: string) => void
  locales: readonly string[]
} | null>(null)

/** The language that texts are written in at the moment: one for a whole screen, so that switching one switches all. */
export function WritingLanguage({ locales, children }: { locales: readonly string[]; children: ReactNode }) {
  const format = useFormat()
  const [chosen, setLocale] = useState<string>(format.locale)
  const locale = locales.includes(chosen) ? chosen : (locales[0] ?? 'en')
  return <Writing value={{ locale, setLocale, locales }}>{children}</Writing>
}

export function useWriting() {
  const writing = useContext(Writing)
  if (!writing) throw new Error('texts are written within WritingLanguage')
  return writing
}

/** Which language is written in, with a mark at those in which something is missing. */
export function LanguageTabs({ value, label }: { value: TextsByLocale; label: string }) {
  const { locale, setLocale, locales } = useWriting()
  const { common } = useTexts()
  const format = useFormat()
  const isUsed = Object.values(value).some(Boolean)
  return (
    <SegmentedControl
      size="xs"
      aria-label={`${label}: ${common.language}`}
      value={locale}
      onChange={setLocale}
      data={locales.map((tag) => ({
        value: tag,
        label: (
          <span lang={tag} title={format.language(tag)}>
            {tag}
            {isUsed && !value[tag] && (
              <>
                <span aria-hidden> ○</span>
                <VisuallyHidden>{common.missing}</VisuallyHidden>
              </>
            )}
          </span>
        ),
      }))}
    />
  )
}

type Props = {
  label: string
  description?: ReactNode
  value: TextsByLocale
  onChange: (value: Record<string, string>) => void
  /** The member of the API that errors name, like `header`. */
  path: string
  errorAt?: (path: string, inside?: boolean) => string | undefined
  multiline?: boolean
  required?: boolean
  placeholder?: string
  maxLength?: number
}

/** A text in several languages, one at a time. */
export function TextsInput({
  label,
  description,
  value,
  onChange,
  path,
  errorAt,
  multiline = false,
  required = false,
  placeholder,
  maxLength,
}: Props) {
  const { locale } = useWriting()
  const messageText = useMessageText()
  const id = useId()
  const elsewhere = Object.values(value).find(Boolean)
  const shared = {
    id,
    'aria-label': `${label} (${locale})`,
    'data-path': `${path}.${locale}`,
    lang: locale,
    value: value[locale] ?? '',
    placeholder: placeholder ?? (value[locale] ? undefined : elsewhere),
    error: messageText(errorAt?.(`${path}.${locale}`) ?? errorAt?.(path, true)),
    ...(maxLength ? { maxLength } : {}),
  }
  const change = (text: string) => {
    const next: Record<string, string> = { ...value, [locale]: text }
    if (!text) delete next[locale]
    onChange(next)
  }
  return (
    <div data-path={path}>
      <Group justify="space-between" align="flex-end" gap={4} mb={4}>
        <div>
          <Input.Label htmlFor={id} required={required}>
            {label}
          </Input.Label>
          {description && <Input.Description>{description}</Input.Description>}
        </div>
        <LanguageTabs value={value} label={label} />
      </Group>
      {multiline ? (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={10}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...shared} onChange={(event) => change(event.currentTarget.value)} />
      )}
    </div>
  )
}
