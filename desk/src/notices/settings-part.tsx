import { Checkbox, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Loaded, SaveBar, Section } from '../ui'
import type { NoticeKind } from './notices'

type Settings = Answer<'/api/v1/account/notices', 'get'>

const KINDS = [
  'assigned',
  'customer-replied',
  'deadline-near',
  'deadline-passed',
] as const satisfies NoticeKind[]
const WAYS = ['desk', 'mail'] as const

const own: Source<Settings> = {
  key: ['account', 'notices'],
  read: () => tagged(api.GET('/api/v1/account/notices')),
  write: (body, etag) => tagged(api.PUT('/api/v1/account/notices', { body, headers: ifMatch(etag) })),
}

/** Of what a person wants to be told, and by which way. */
export function NoticeSettingsPart() {
  const texts = useTexts().notices
  const query = useQuery(sourceQuery(own))
  return (
    <Section title={texts.settings} about={texts.settingsAbout}>
      <Loaded query={query}>{(loaded) => <SettingsForm loaded={loaded} />}</Loaded>
    </Section>
  )
}

function SettingsForm({ loaded }: { loaded: Tagged<Settings> }) {
  const texts = useTexts().notices
  const draft = useDraft(own, loaded)
  const names = { desk: texts.inDesk, mail: texts.byMail }
  return (
    <>
      <Table verticalSpacing={8} horizontalSpacing={8} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.what}</Table.Th>
            {WAYS.map((way) => (
              <Table.Th key={way} ta="center" w={84} px={4}>
                {names[way]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KINDS.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={400}>
                <Text size="md">{texts.kinds[kind]}</Text>
              </Table.Th>
              {WAYS.map((way) => (
                <Table.Td key={way}>
                  <Checkbox
                    aria-label={`${texts.kinds[kind]}: ${names[way]}`}
                    data-path={`${kind}.${way}`}
                    checked={draft.value[kind][way]}
                    onChange={({ currentTarget: { checked } }) =>
                      draft.patch({ [kind]: { ...draft.value[kind], [way]: checked } })
                    }
                    styles={{ body: { justifyContent: 'center' } }}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <SaveBar draft={draft} nameOf={(member) => nameOf(texts.kinds, member)} />
    </>
  )
}

function nameOf(names: Readonly<Record<NoticeKind, string>>, member: string): string {
  const kind = KINDS.find((one) => member.startsWith(one))
  return kind ? names[kind] : member
}
