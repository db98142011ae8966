import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Loaded, Page, SaveBar, Section, TextsInput, useMessageText, WritingLanguage } from '../ui'
import { LogoPart } from './logo-part'

type Company = Answer<'/api/v1/company', 'get'>

const company: Source<Company> = {
  key: ['company'],
  read: () => tagged(api.GET('/api/v1/company')),
  write: (body, etag) => tagged(api.PUT('/api/v1/company', { body, params: { header: ifMatch(etag) } })),
}

export function CompanyPage() {
  const texts = useTexts().company
  const locales = useContentLocales()
  const query = useQuery(sourceQuery(company))
  return (
    <Page title={texts.title} about={texts.about}>
      <WritingLanguage locales={locales}>
        <Loaded query={query}>{(loaded) => <CompanyForm loaded={loaded} />}</Loaded>
      </WritingLanguage>
    </Page>
  )
}

function CompanyForm({ loaded }: { loaded: Tagged<Company> }) {
  const texts = useTexts().company
  const draft = useDraft(company, loaded)
  const messageText = useMessageText()
  const field = (member: 'name' | 'phone' | 'email' | 'website' | 'privacyUrl') => ({
    label: texts[member],
    'data-path': member,
    value: draft.value[member],
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.patch({ [member]: event.currentTarget.value }),
    error: messageText(draft.errorAt(member)),
  })
  return (
    <Stack gap="md">
      <Section title={texts.identity}>
        <TextInput {...field('name')} maw={420} />
        <Textarea
          label={texts.imprint}
          description={texts.imprintHelp}
          data-path="imprint"
          autosize
          minRows={2}
          value={draft.value.imprint}
          onChange={(event) => draft.patch({ imprint: event.currentTarget.value })}
          error={messageText(draft.errorAt('imprint'))}
        />
      </Section>
      <Section title={texts.reach} about={texts.reachAbout}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...field('phone')} type="tel" />
          <TextInput {...field('email')} type="email" />
          <TextInput {...field('website')} type="url" />
          <TextInput {...field('privacyUrl')} type="url" />
        </SimpleGrid>
        <TextsInput
          label={texts.phoneHours}
          path="phoneHours"
          value={draft.value.phoneHours}
          onChange={(phoneHours) => draft.patch({ phoneHours })}
          errorAt={draft.errorAt}
        />
      </Section>
      <LogoPart />
      <SaveBar draft={draft} nameOf={(member) => nameIn(texts, member)} />
    </Stack>
  )
}

/** The label of a member, by the name that it has in the API. */
function nameIn(texts: Readonly<Record<string, string>>, path: string): string {
  return texts[path.split('.')[0] ?? ''] ?? path
}
