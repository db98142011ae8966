import { SegmentedControl, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { useDraft } from '../api/draft'
import { sourceQuery } from '../api/source'
import { TypeFrame } from '../issue-types/type-frame'
import { useTexts } from '../texts'
import { Loaded, SaveBar, WritingLanguage } from '../ui'
import { PreviewPane } from './preview-pane'
import { type Removed, RemovedNow } from './removed'
import { RemovedAtSave } from './removed-at-save'
import { SettingsForm } from './settings-form'
import { savable, type Settings, settingsSource } from './settings'

/** The status page of an issue type: its settings, and beside them the page as it will be. */
export function StatusPageScreen() {
  const { type = '' } = useParams({ strict: false }) as { type?: string }
  const locales = useContentLocales()
  const source = useMemo(() => settingsSource(type), [type])
  const query = useQuery(sourceQuery(source))
  return (
    <TypeFrame typeKey={type} wide>
      <WritingLanguage locales={locales}>
        <Loaded query={query}>{(loaded) => <Editor key={type} typeKey={type} loaded={loaded} />}</Loaded>
      </WritingLanguage>
    </TypeFrame>
  )
}

function Editor({ typeKey, loaded }: { typeKey: string; loaded: Tagged<Settings> }) {
  const texts = useTexts().statusPage
  const source = useMemo(() => settingsSource(typeKey), [typeKey])
  const draft = useDraft(source, loaded)
  const isWide = useMediaQuery('(min-width: 1100px)') ?? true
  const [shown, setShown] = useState<'settings' | 'preview'>('settings')
  const [removed, setRemoved] = useState<readonly Removed[]>([])
  const settings = useMemo(() => savable(draft.value), [draft.value])
  const names: Readonly<Record<string, unknown>> = texts.members
  const nameOf = (path: string) => {
    const [member = '', locale] = path.split('.')
    const name = typeof names[member] === 'string' ? names[member] : member
    return locale ? `${name} (${locale})` : name
  }
  return (
    <Stack gap="md">
      {!isWide && (
        <SegmentedControl
          aria-label={texts.places}
          value={shown}
          onChange={(place) => setShown(place === 'preview' ? 'preview' : 'settings')}
          data={[
            { value: 'settings', label: texts.settings },
            { value: 'preview', label: texts.preview },
          ]}
        />
      )}
      <div className="desk-beside">
        {(isWide || shown === 'settings') && (
          <Stack gap="md" miw={0}>
            <RemovedAtSave removed={draft.isDirty ? [] : draft.stored.cleaned} />
            <RemovedNow value={removed}>
              <SettingsForm typeKey={typeKey} draft={draft} />
            </RemovedNow>
          </Stack>
        )}
        {(isWide || shown === 'preview') && (
          <PreviewPane
            typeKey={typeKey}
            settings={settings}
            verification={draft.value.verification}
            onRemoved={setRemoved}
          />
        )}
      </div>
      <SaveBar draft={draft} nameOf={nameOf} />
    </Stack>
  )
}
