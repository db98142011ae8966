import { Alert, List, Loader, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, api } from '../api/client'
import { useDeskLocale, useTexts } from '../texts'
import { Failed, Section, useMessageText } from '../ui'
import { AccessibilityFindings } from './accessibility-findings'
import { PreviewFrame } from './preview-frame'
import { PreviewToolbar, type Look } from './preview-toolbar'
import type { Removed } from './removed'
import { RemovedList } from './removed-at-save'
import type { Preview, PreviewAsk, Verification } from './settings'

type Props = {
  typeKey: string
  /** As they stand in the form. */
  settings?: NonNullable<PreviewAsk['settings']>
  /** Of the view, as they stand in the form; as stored where none are given. */
  fields?: NonNullable<PreviewAsk['fields']>
  verification?: Verification
  /** Hears what the server takes out of the settings. */
  onRemoved?: (removed: readonly Removed[]) => void
}

const CALM = 350
const KEPT = 4 * 60_000

/** The page as it will be, rendered by the server from what is not saved yet, with all that is to be said of it. */
export function PreviewPane({ typeKey, settings, fields, onRemoved }: Props) {
  const texts = useTexts().statusPage
  const { locale } = useDeskLocale()
  const [look, setLook] = useState<Look>({
    show: 'view',
    issue: null,
    step: null,
    locale,
    scheme: 'light',
    width: 360,
  })
  const { width, ...asked } = look
  const ask: PreviewAsk = { ...asked, ...(settings ? { settings } : {}), ...(fields ? { fields } : {}) }
  // As text: what is asked for is made anew with each rendering, and its content is what counts.
  const [calm] = useDebouncedValue(JSON.stringify(ask), CALM)
  const preview = useQuery({
    queryKey: ['preview', typeKey, calm],
    queryFn: () =>
      answer(
        api.POST('/api/v1/issue-types/{key}/status-page/preview', {
          params: { path: { key: typeKey } },
          body: JSON.parse(calm) as PreviewAsk,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: KEPT,
    // The server forgets a page after five minutes; its link for a window of its own has to work.
    refetchInterval: KEPT,
    retry: false,
  })
  const removed = preview.isPlaceholderData ? undefined : preview.data?.removed
  useEffect(() => {
    if (removed) onRemoved?.(removed)
  }, [removed, onRemoved])
  return (
    <Section
      title={texts.preview}
      actions={preview.isFetching ? <Loader size="xs" aria-label={texts.rendering} /> : undefined}
    >
      <PreviewToolbar typeKey={typeKey} look={look} onChange={setLook} url={preview.data?.url} />
      {preview.error && <Failed error={preview.error} again={() => void preview.refetch()} />}
      {preview.data && (
        <PreviewFrame url={preview.data.url} width={width} title={texts.preview} scheme={look.scheme}>
          {(page) => (
            <Stack gap="sm">
              <Findings preview={preview.data} />
              <AccessibilityFindings page={page} />
            </Stack>
          )}
        </PreviewFrame>
      )}
    </Section>
  )
}

/** What an administrator should know of the page as it would be. */
function Findings({ preview }: { preview: Preview }) {
  const texts = useTexts().statusPage
  const messageText = useMessageText()
  const { errors, removed, warnings, outsideHosts } = preview
  return (
    <Stack gap="sm" aria-live="polite">
      {errors.length > 0 && (
        <Alert color="bad" title={texts.wrongTitle}>
          <List size="sm">
            {errors.map(({ path, message }) => (
              <List.Item key={`${path} ${message}`}>
                {nameOfMember(texts.members, path)}: {messageText(message)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {removed.length > 0 && (
        <Alert color="call" title={texts.removedTitle}>
          <RemovedList removed={removed} />
        </Alert>
      )}
      {outsideHosts.length > 0 && (
        <Alert color="call" title={texts.outsideTitle}>
          <List size="sm">
            {outsideHosts.map(({ host, from }) => (
              <List.Item key={`${host} ${from}`}>
                <span className="desk-mono">{host}</span> ({texts.members[from]})
              </List.Item>
            ))}
          </List>
          <Text size="sm">{texts.outsideAbout}</Text>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="call" title={texts.warningsTitle}>
          <List size="sm">
            {warnings.map((warning) => (
              <List.Item key={`${warning.code} ${warning.path}`}>
                <WarningText warning={warning} />
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}

/** The name of a member for people, with the language where it has one, like "Page header (cs)" for `header.cs`. */
function nameOfMember(names: Readonly<Record<string, string>>, path: string): string {
  const [member = '', locale] = path.split('.')
  const name = names[member] ?? member
  return locale ? `${name} (${locale})` : name
}

function WarningText({ warning: { code, params, path, message } }: { warning: Preview['warnings'][number] }) {
  const { warnings, members } = useTexts().statusPage
  const names: Readonly<Record<string, string>> = members
  switch (code) {
    case 'page-off':
      return warnings.pageOff
    case 'numbers-guessable':
      return warnings.numbersGuessable
    case 'missing-languages':
      return warnings.missingLanguages(names[path ?? ''] ?? '', params['languages'] ?? '')
    case 'no-progress':
      return warnings.noProgress
    case 'nothing-shown':
      return warnings.nothingShown
    case 'contacts-missing':
      return warnings.contactsMissing(Number(params['without']), Number(params['issues']))
    case 'fields-empty':
      return warnings.fieldsEmpty(params['fields'] ?? '', Number(params['issues']))
    case 'link-not-sent':
      return warnings.linkNotSent
    case 'low-contrast-light':
      return warnings.lowContrast(warnings.lightOnes, params['pairs'] ?? '')
    case 'low-contrast-dark':
      return warnings.lowContrast(warnings.darkOnes, params['pairs'] ?? '')
    default:
      return message
  }
}
