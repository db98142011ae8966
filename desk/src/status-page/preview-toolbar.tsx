import { ActionIcon, Autocomplete, Group, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconExternalLink,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Step, useSteps } from '../issue-types/types'
import { useFormat, useTexts } from '../texts'
import type { PreviewAsk } from './settings'

/** How the page is looked at. */
export type Look = Required<Pick<PreviewAsk, 'show' | 'issue' | 'step' | 'scheme'>> & {
  locale: PreviewAsk['locale']
  width: 360 | 768 | 1280
}

const SHOWS = ['view', 'form', 'refused', 'throttled', 'error'] as const
const WIDTHS = [
  { width: 360, icon: IconDeviceMobile, name: 'phone' },
  { width: 768, icon: IconDeviceTablet, name: 'tablet' },
  { width: 1280, icon: IconDeviceDesktop, name: 'desktop' },
] as const

type Props = { typeKey: string; look: Look; onChange: (look: Look) => void; url: string | undefined }

/** Which state, issue, language, size and colours are looked at. */
export function PreviewToolbar({ typeKey, look, onChange, url }: Props) {
  const texts = useTexts().statusPage
  const locales = useContentLocales()
  const format = useFormat()
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={texts.show}
        size="xs"
        w={150}
        allowDeselect={false}
        data={SHOWS.map((value) => ({ value, label: texts.shows[value] }))}
        value={look.show}
        onChange={(chosen) => {
          const show = SHOWS.find((one) => one === chosen)
          if (show) onChange({ ...look, show })
        }}
      />
      {look.show === 'view' && <IssueChoice typeKey={typeKey} look={look} onChange={onChange} />}
      <Select
        label={texts.language}
        size="xs"
        w={130}
        allowDeselect={false}
        data={locales.map((tag) => ({ value: tag, label: format.language(tag) }))}
        value={look.locale}
        onChange={(tag) => tag && onChange({ ...look, locale: tag as Look['locale'] })}
      />
      <SegmentedControl
        size="xs"
        aria-label={texts.size}
        value={String(look.width)}
        onChange={(chosen) =>
          onChange({ ...look, width: WIDTHS.find(({ width }) => String(width) === chosen)?.width ?? 360 })
        }
        data={WIDTHS.map(({ width, icon: Icon, name }) => ({
          value: String(width),
          label: <Icon size={18} aria-label={texts[name]} style={{ display: 'block' }} />,
        }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={texts.colours}
        value={look.scheme}
        onChange={(chosen) => onChange({ ...look, scheme: chosen === 'dark' ? 'dark' : 'light' })}
        data={[
          {
            value: 'light',
            label: <IconSun size={18} aria-label={texts.light} style={{ display: 'block' }} />,
          },
          {
            value: 'dark',
            label: <IconMoon size={18} aria-label={texts.dark} style={{ display: 'block' }} />,
          },
        ]}
      />
      {url && (
        <Tooltip label={texts.openPreview} withArrow>
          <ActionIcon
            component="a"
            href={url}
            target="_blank"
            rel="noreferrer"
            variant="default"
            size={30}
            aria-label={texts.openPreview}
          >
            <IconExternalLink size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  )
}

/** A made-up issue at one of the type's steps, or a real one by its number. */
function IssueChoice({ typeKey, look, onChange }: Omit<Props, 'url'>) {
  const texts = useTexts().statusPage
  const format = useFormat()
  const steps = useSteps(typeKey)
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed, 300)
  const real = useQuery({
    queryKey: ['issues', 'for-preview', typeKey, wanted],
    queryFn: () =>
      answer(
        api.GET('/api/v1/issues', {
          params: { query: { type: typeKey, limit: 8, sort: '-changed', ...(wanted ? { q: wanted } : {}) } },
        }),
      ),
    retry: false,
  })
  return (
    <>
      <Select
        label={texts.sampleAt}
        size="xs"
        w={190}
        searchable
        placeholder={look.issue ?? texts.anyStep}
        data={(steps.data ?? []).map((step) => ({ value: step.key, label: format.text(step.name) }))}
        value={look.issue === null ? (look.step ?? usualStep(steps.data ?? [])) : null}
        onChange={(step) => onChange({ ...look, step, issue: null })}
      />
      <Autocomplete
        label={texts.realIssue}
        size="xs"
        w={190}
        placeholder={texts.realIssueHint}
        data={(real.data?.items ?? []).map(({ number }) => number)}
        filter={({ options }) => options}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={(number) => onChange({ ...look, issue: number })}
        clearable
        onClear={() => onChange({ ...look, issue: null })}
      />
    </>
  )
}

/** Where a made-up issue stands when nobody chose: as the server has it, some steps on. */
function usualStep(steps: readonly Step[]): string | null {
  const shown = steps.filter(({ hidden }) => !hidden)
  return (shown[2] ?? shown.at(-1) ?? steps[0])?.key ?? null
}
