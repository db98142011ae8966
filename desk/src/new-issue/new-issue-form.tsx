import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useContentLocales } from '../api/content-locales'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { SaveBar, Section, useMessageText } from '../ui'
import { KeyHint, useKeys, useNames, type Workplace } from '../work'
import { CustomerPart } from './customer-part'
import { neededSoon } from './entry'
import { FilesPart } from './files-part'
import { OwnFields } from './own-fields'
import { SimilarPart } from './similar-part'
import { TypeChoice } from './type-choice'
import { useNewIssue } from './use-new-issue'

/** The form of a new issue: what its type asks for, who handles it, files; beside it what it may repeat. */
export function NewIssueForm({ workplace, wanted }: { workplace: Workplace; wanted: string | null }) {
  const { newIssue: texts, work } = useTexts()
  const { language } = useFormat()
  const messageText = useMessageText()
  const navigate = useNavigate()
  const names = useNames(workplace)
  const locales = useContentLocales()
  const { draft, files, setFiles, restored, startOver, finish } = useNewIssue(workplace, wanted)
  const { value, patch, errorAt } = draft
  const type = names.typeOf(value.type) ?? workplace.types[0]
  const go = async () => {
    const number = finish()
    if (number !== null) await navigate({ to: '/issues/new/made', search: linkSearch({ number }) })
  }
  const create = async () => {
    if (await draft.save()) await go()
  }
  useKeys([{ keys: '$mod+Enter', does: texts.create, run: () => void create() }])
  if (!type) return null
  const required = new Set(type.steps[0]?.required)
  const soon = neededSoon(type)
  const laterFor = (field: string) => {
    const step = soon.get(field)
    return step === undefined ? undefined : texts.neededFor(names.step(type.key, step))
  }
  return (
    <div className="new-issue">
      <Stack gap="md" className="new-issue-top">
        {restored && (
          <Alert color="accent" title={texts.restored}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                {restored.length > 0 ? texts.filesAgain(restored.join(', ')) : texts.restoredAbout}
              </Text>
              <Button size="xs" variant="default" onClick={startOver}>
                {texts.startOver}
              </Button>
            </Group>
          </Alert>
        )}
        {workplace.types.length > 1 && (
          <TypeChoice types={workplace.types} value={type.key} onChange={(key) => patch({ type: key })} />
        )}
      </Stack>
      <div className="new-issue-first">
        <CustomerPart draft={draft} type={type} required={required} laterFor={laterFor} />
      </div>
      <SimilarPart
        workplace={workplace}
        entry={value}
        onLink={(links) => patch({ links })}
        onLeave={startOver}
      />
      <Stack gap="md" className="new-issue-rest">
        <Section title={names.type(type.key)}>
          <OwnFields
            workplace={workplace}
            type={type}
            draft={draft}
            files={files}
            onFiles={setFiles}
            required={required}
            laterFor={laterFor}
          />
        </Section>
        <FilesPart files={files} onChange={setFiles} />
        <Section title={texts.handling}>
          <div className="new-issue-fields">
            <Select
              label={work.fields.handler}
              data-path="handler"
              data={workplace.users
                .filter(({ active, handles }) => active && handles)
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={value.handler}
              onChange={(handler) => patch({ handler })}
              placeholder={work.nobody}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': work.empty }}
              nothingFoundMessage={work.nothingFound}
              required={required.has('handler')}
              error={messageText(errorAt('handler'))}
            />
            <TextInput
              type="date"
              label={work.fields.due}
              description={texts.dueHelp}
              data-path="due"
              value={value.due ?? ''}
              onChange={(event) => patch({ due: event.currentTarget.value || null })}
              required={required.has('due')}
              error={messageText(errorAt('due'))}
            />
            <Select
              label={texts.locale}
              description={texts.localeHelp}
              data-path="locale"
              data={locales.map((tag) => ({ value: tag, label: language(tag) }))}
              value={value.locale}
              onChange={(locale) => locale && patch({ locale })}
              allowDeselect={false}
              searchable
              nothingFoundMessage={work.nothingFound}
              error={messageText(errorAt('locale'))}
            />
          </div>
        </Section>
        <SaveBar
          draft={draft}
          nameOf={nameOf}
          action={texts.create}
          hint={<KeyHint keys="$mod+Enter" />}
          onDiscard={startOver}
          always
          onSaved={() => void go()}
        />
      </Stack>
    </div>
  )

  function nameOf(member: string): string {
    const [, own] = /^values\.([^.]+)/.exec(member) ?? []
    return member === 'locale' ? texts.locale : names.field(own ?? member)
  }
}
