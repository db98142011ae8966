import { Stack, TextInput } from '@mantine/core'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { ValueInputProps } from './value-input'

/** An address on the web, and what is shown instead of it. */
export function LinkInput({
  label,
  isLabelShown = true,
  description,
  value,
  onChange,
  path,
  errorAt,
  required = false,
  autoFocus = false,
}: ValueInputProps) {
  const texts = useTexts().work
  const messageText = useMessageText()
  const link = (typeof value === 'object' && value !== null ? value : {}) as { url?: string; label?: string }
  const change = (url: string, shown: string) =>
    onChange(url === '' && shown === '' ? null : { url, ...(shown ? { label: shown } : {}) })
  return (
    <Stack gap={4} data-path={path}>
      <TextInput
        {...(isLabelShown ? { label } : { 'aria-label': label })}
        {...(description ? { description } : {})}
        type="url"
        placeholder="https://"
        data-path={`${path}.url`}
        error={messageText(errorAt?.(`${path}.url`) ?? errorAt?.(path))}
        required={required}
        autoFocus={autoFocus}
        value={link.url ?? ''}
        onChange={(event) => change(event.currentTarget.value, link.label ?? '')}
      />
      <TextInput
        aria-label={`${label}: ${texts.linkText}`}
        placeholder={texts.linkText}
        data-path={`${path}.label`}
        error={messageText(errorAt?.(`${path}.label`))}
        maxLength={200}
        value={link.label ?? ''}
        onChange={(event) => change(link.url ?? '', event.currentTarget.value)}
      />
    </Stack>
  )
}
