import { Alert, Button, Radio, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Draft } from '../api/draft'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'
import { Section, TextsInput, useMessageText, useWriting } from '../ui'
import { AppearanceForm } from './appearance-form'
import { HeaderEditor } from './header-editor'
import { PublicAddress } from './public-address'
import { type Settings, VERIFICATIONS } from './settings'

const MOST_TITLE = 200

type Props = { typeKey: string; draft: Draft<Settings> }

/** Everything that can be set of a status page, in the order in which one thinks of it. */
export function SettingsForm({ typeKey, draft }: Props) {
  return (
    <>
      <AccessForm typeKey={typeKey} draft={draft} />
      <ContentForm draft={draft} />
      <AppearanceForm typeKey={typeKey} draft={draft} />
    </>
  )
}

function AccessForm({ typeKey, draft }: Props) {
  const texts = useTexts().statusPage
  const messageText = useMessageText()
  const { value, stored, patch } = draft
  return (
    <Section title={texts.access}>
      <Switch
        label={texts.members.enabled}
        description={texts.enabledHelp}
        data-path="enabled"
        checked={value.enabled}
        onChange={(event) => patch({ enabled: event.currentTarget.checked })}
      />
      <PublicAddress settings={stored} />
      <TextInput
        label={texts.members.identifier}
        description={texts.identifierHelp}
        data-path="identifier"
        maw={420}
        value={value.identifier}
        onChange={(event) => patch({ identifier: event.currentTarget.value })}
        error={messageText(draft.errorAt('identifier'))}
      />
      <Radio.Group
        label={texts.members.verification}
        description={texts.verificationHelp}
        data-path="verification"
        value={value.verification}
        onChange={(chosen) => {
          const verification = VERIFICATIONS.find((one) => one === chosen)
          if (verification) patch({ verification })
        }}
      >
        <Stack gap={8} mt={8}>
          {VERIFICATIONS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={texts.verifications[one]}
              description={texts.verificationAbout[one]}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DangerousChange draft={draft} />
      <Switch
        label={texts.members.attachmentDownloads}
        description={texts.downloadsHelp}
        data-path="attachmentDownloads"
        checked={value.attachmentDownloads}
        onChange={(event) => patch({ attachmentDownloads: event.currentTarget.checked })}
      />
      <Button
        component={Link}
        to="/configuration/fields/views/status-page"
        search={linkSearch({ type: typeKey })}
        variant="default"
        leftSection={<IconListDetails size={18} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
      >
        {texts.toFields}
      </Button>
    </Section>
  )
}

/** What happens to customers when this is saved, before it is. */
function DangerousChange({ draft: { value, stored } }: { draft: Draft<Settings> }) {
  const texts = useTexts().statusPage
  const said = [
    ...(stored.enabled && value.identifier !== stored.identifier ? [texts.linksBreak] : []),
    ...(stored.enabled && value.verification !== stored.verification ? [texts.sessionsEnd] : []),
    ...(stored.enabled && !value.enabled ? [texts.pageGoesOff] : []),
  ]
  if (said.length === 0) return null
  return (
    <Alert color="call" role="status">
      {said.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  )
}

function ContentForm({ draft }: { draft: Draft<Settings> }) {
  const texts = useTexts().statusPage
  const { locale } = useWriting()
  const { metaTitle } = draft.value
  return (
    <Section title={texts.content}>
      <HeaderEditor
        value={draft.value.header}
        onChange={(header) => draft.patch({ header })}
        errorAt={draft.errorAt}
      />
      <TextsInput
        label={texts.members.metaTitle}
        description={texts.metaTitleHelp}
        path="metaTitle"
        maxLength={MOST_TITLE}
        value={metaTitle}
        onChange={(titles) => draft.patch({ metaTitle: titles })}
        errorAt={draft.errorAt}
      />
      <Text size="sm" c="dimmed" mt={-8}>
        {texts.counted((metaTitle[locale] ?? '').length, MOST_TITLE)}
      </Text>
    </Section>
  )
}
