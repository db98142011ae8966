import { Table, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTexts } from '../texts'
import { Scrolling, Section } from '../ui'
import { type Role, ROLES } from './users'

const RIGHTS = {
  see: ROLES,
  handle: ['owner', 'administrator', 'handler'],
  readConfiguration: ['owner', 'administrator', 'auditor'],
  configure: ['owner', 'administrator'],
  users: ['owner', 'administrator'],
  tokens: ['owner', 'administrator'],
  audit: ['owner', 'administrator', 'auditor'],
  system: ['owner', 'administrator', 'auditor'],
  owners: ['owner'],
} as const satisfies Record<string, readonly Role[]>
const RIGHT_NAMES = Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]

/** What each role may do. */
export function RightsTable() {
  const { rights, roles } = useTexts().people
  const { yes, no } = useTexts().common
  return (
    <Section title={rights.title}>
      <Scrolling label={rights.title}>
        <Table miw={560} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{rights.right}</Table.Th>
              {ROLES.map((role) => (
                <Table.Th key={role} scope="col" ta="center">
                  {roles[role]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {RIGHT_NAMES.map((right) => (
              <Table.Tr key={right}>
                <Table.Th scope="row" fw={400}>
                  {rights[right]}
                </Table.Th>
                {ROLES.map((role) => (
                  <Table.Td key={role} ta="center">
                    <Mark isOn={RIGHTS[right].some((one) => one === role)} yes={yes} no={no} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolling>
    </Section>
  )
}

function Mark({ isOn, yes, no }: { isOn: boolean; yes: string; no: string }) {
  return (
    <>
      {isOn ? <IconCheck size={18} color="var(--desk-accent-ink)" aria-hidden /> : <span aria-hidden>–</span>}
      <VisuallyHidden>{isOn ? yes : no}</VisuallyHidden>
    </>
  )
}
