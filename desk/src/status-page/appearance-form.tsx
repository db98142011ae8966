import { Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type ComponentProps, useMemo } from 'react'
import type { Draft } from '../api/draft'
import { useTexts } from '../texts'
import { CodeEditor, Failed, Section, useMessageText } from '../ui'
import { AssetList } from './asset-list'
import { useAssetUpload } from './assets'
import { FontChoice } from './font-choice'
import { useRemovedMarks } from './removed'
import type { Settings } from './settings'
import { useStyleNames } from './style-names'
import { WidthChoice } from './width-choice'

type Props = { typeKey: string; draft: Draft<Settings> }

/** How the page looks: font, width, icon, styles, and the files that they use. */
export function AppearanceForm({ typeKey, draft }: Props) {
  const texts = useTexts().statusPage
  return (
    <Section title={texts.appearance}>
      <FontChoice typeKey={typeKey} draft={draft} />
      <WidthChoice draft={draft} />
      <Favicon typeKey={typeKey} draft={draft} />
      <Styles draft={draft} />
      <AssetList typeKey={typeKey} />
    </Section>
  )
}

function Favicon({ typeKey, draft }: Props) {
  const texts = useTexts().statusPage
  const messageText = useMessageText()
  const upload = useAssetUpload(typeKey, ({ path }) => draft.patch({ favicon: path }))
  const { favicon } = draft.value
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        {favicon?.startsWith('/') && (
          <img src={favicon} alt="" width={36} height={36} className="desk-icon-shown" />
        )}
        <TextInput
          label={texts.members.favicon}
          description={texts.faviconHelp}
          data-path="favicon"
          style={{ flex: 1 }}
          placeholder="https://"
          value={favicon ?? ''}
          onChange={(event) => draft.patch({ favicon: event.currentTarget.value || null })}
          error={messageText(draft.errorAt('favicon'))}
        />
        <FileButton onChange={(file) => file && upload.mutate(file)} accept=".png,.ico,.svg">
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} />}
            >
              {texts.upload}
            </Button>
          )}
        </FileButton>
      </Group>
      {upload.error && <Failed error={upload.error} />}
    </Stack>
  )
}

function Styles({ draft }: { draft: Draft<Settings> }) {
  const texts = useTexts().statusPage
  const { classNotes, properties } = useStyleNames()
  const completions = useMemo(
    () => [
      ...classNotes.map(({ name, about }) => ({ label: `.${name}`, detail: about, type: 'class' })),
      ...properties.map(({ name, value }) => ({ label: name, detail: value.slice(0, 40), type: 'property' })),
    ],
    [classNotes, properties],
  )
  return (
    <>
      {(['css', 'additionalCss'] as const).map((member) => (
        <StylesEditor key={member} member={member} draft={draft} completions={completions} />
      ))}
      <Text size="sm" c="dimmed">
        {texts.completionHelp}
      </Text>
    </>
  )
}

function StylesEditor({
  member,
  draft,
  completions,
}: {
  member: 'css' | 'additionalCss'
  draft: Draft<Settings>
  completions: ComponentProps<typeof CodeEditor>['completions'] & {}
}) {
  const texts = useTexts().statusPage
  const value = draft.value[member]
  return (
    <CodeEditor
      label={texts.members[member]}
      description={member === 'css' ? texts.cssHelp : texts.additionalCssHelp}
      language="css"
      path={member}
      value={value}
      onChange={(css) => draft.patch({ [member]: css })}
      completions={completions}
      marks={useRemovedMarks(member, value)}
      error={draft.errorAt(member)}
    />
  )
}
