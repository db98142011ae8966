import { Select, SimpleGrid, TextInput, useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { sourceQuery } from '../api/source'
import { DESK_LOCALES, isDeskLocale, useTexts } from '../texts'
import { Loaded, SaveBar, Section, useMessageText } from '../ui'
import { refreshSession } from '../api/refresh-session'

type Account = Answer<'/api/v1/account', 'get'>

const own: Source<Account> = {
  key: ['account'],
  read: () => tagged(api.GET('/api/v1/account')),
  write: ({ name, publicName, locale }) =>
    tagged(api.PATCH('/api/v1/account', { body: { name, publicName, locale } })),
  touches: [['users']],
}

export function ProfilePart() {
  const texts = useTexts().account
  const query = useQuery(sourceQuery(own))
  return (
    <Section title={texts.profile}>
      <Loaded query={query}>{(loaded) => <ProfileForm loaded={loaded} />}</Loaded>
    </Section>
  )
}

function ProfileForm({ loaded }: { loaded: Tagged<Account> }) {
  const texts = useTexts().account
  const messageText = useMessageText()
  const draft = useDraft(own, loaded)
  const { value, patch, errorAt } = draft
  const field = (member: 'name' | 'publicName') => ({
    label: texts[member],
    description: texts[`${member}Help`],
    'data-path': member,
    value: value[member],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [member]: event.currentTarget.value }),
    error: messageText(errorAt(member)),
    maxLength: 120,
  })
  const names: Readonly<Record<string, string>> = {
    name: texts.name,
    publicName: texts.publicName,
    locale: texts.locale,
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...field('name')} autoComplete="name" required />
        <TextInput {...field('publicName')} autoComplete="off" />
        <Select
          label={texts.locale}
          description={texts.localeHelp}
          data-path="locale"
          data={[
            { value: '', label: texts.localeNone },
            ...Object.entries(DESK_LOCALES).map(([tag, label]) => ({ value: tag, label })),
          ]}
          value={value.locale ?? ''}
          onChange={(tag) => patch({ locale: isDeskLocale(tag) ? tag : null })}
          allowDeselect={false}
          error={messageText(errorAt('locale'))}
        />
        <SchemeSelect />
      </SimpleGrid>
      <SaveBar
        draft={draft}
        nameOf={(member) => names[member] ?? member}
        onSaved={() => void refreshSession()}
      />
    </>
  )
}

/** Takes effect at once, on this device. */
function SchemeSelect() {
  const { account: texts, signIn } = useTexts()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Select
      label={texts.scheme}
      description={texts.schemeHelp}
      data={[
        { value: 'auto', label: signIn.auto },
        { value: 'light', label: signIn.light },
        { value: 'dark', label: signIn.dark },
      ]}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme === 'light' || scheme === 'dark' ? scheme : 'auto')}
      allowDeselect={false}
    />
  )
}
