import { Anchor, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page, Scrolling } from '../ui'
import { RightsTable } from './rights-table'
import { StateBadge } from './state-badge'
import { ROLES, stateOf, type User, USER_STATES, useUsers } from './users'

type Filters = { role?: string; state?: string; q?: string }

export function UsersPage() {
  const texts = useTexts().people
  const users = useUsers()
  return (
    <Page
      title={texts.users.title}
      about={texts.users.about}
      actions={
        <Button component={Link} to="/configuration/users/new" leftSection={<IconUserPlus size={18} />}>
          {texts.users.invite}
        </Button>
      }
    >
      <Loaded query={users}>{(all) => <Found users={all} />}</Loaded>
      <RightsTable />
    </Page>
  )
}

function Found({ users }: { users: readonly User[] }) {
  const texts = useTexts().people
  const filters: Filters = useSearch({ strict: false })
  const found = users.filter((user) => isFound(user, filters))
  return (
    <Stack gap="sm">
      <FilterBar filters={filters} />
      <Text size="sm" c="dimmed" role="status">
        {texts.users.found(found.length)}
      </Text>
      {found.length > 0 ? <UserTable users={found} /> : <Empty>{texts.users.nobody}</Empty>}
    </Stack>
  )
}

function isFound(user: User, { role, state, q }: Filters): boolean {
  if (role && user.role !== role) return false
  if (state && stateOf(user) !== state) return false
  const wanted = folded(q ?? '')
  return !wanted || folded(`${user.name} ${user.email} ${user.publicName}`).includes(wanted)
}

/** Without accents and capitals, so that "mala" finds "Malá". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim()
}

function FilterBar({ filters }: { filters: Filters }) {
  const texts = useTexts().people
  const navigate = useNavigate()
  const choose = (part: { [K in keyof Filters]: string | null }) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value)),
      replace: true,
    })
  return (
    <Group gap="xs">
      <TextInput
        type="search"
        aria-label={texts.users.searchAbout}
        placeholder={texts.users.searchAbout}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filters.q ?? ''}
        onChange={(event) => choose({ q: event.currentTarget.value })}
        w={{ base: '100%', xs: 240 }}
      />
      <Select
        aria-label={texts.user.role}
        placeholder={texts.users.anyRole}
        data={ROLES.map((value) => ({ value, label: texts.roles[value] }))}
        value={filters.role ?? null}
        onChange={(role) => choose({ role })}
        clearable
        w={180}
      />
      <Select
        aria-label={texts.users.state}
        placeholder={texts.users.anyState}
        data={USER_STATES.map((value) => ({ value, label: texts.states[value] }))}
        value={filters.state ?? null}
        onChange={(state) => choose({ state })}
        clearable
        w={200}
      />
    </Group>
  )
}

function UserTable({ users }: { users: readonly User[] }) {
  const { users: texts, user: words } = useTexts().people
  return (
    <Scrolling label={texts.title} className="desk-surface">
      <Table highlightOnHover verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th visibleFrom="sm">{words.role}</Table.Th>
            <Table.Th visibleFrom="xs">{texts.state}</Table.Th>
            <Table.Th visibleFrom="md">{texts.authenticator}</Table.Th>
            <Table.Th visibleFrom="md">{texts.lastSeen}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </Table.Tbody>
      </Table>
    </Scrolling>
  )
}

function UserRow({ user }: { user: User }) {
  const texts = useTexts().people
  const format = useFormat()
  const isSelf = useSession()?.user.id === user.id
  const state = stateOf(user)
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/configuration/users/${user.id}`} fw={600} className="desk-wrap">
          {user.name}
        </Anchor>
        {isSelf && (
          <Text component="span" size="sm" c="dimmed">
            {` (${texts.users.you})`}
          </Text>
        )}
        <Text size="sm" c="dimmed" className="desk-wrap">
          {user.email}
        </Text>
        <Text size="sm" hiddenFrom="sm">
          {texts.roles[user.role]}
        </Text>
        <StateBadge state={state} hiddenFrom="xs" mt={4} />
      </Table.Td>
      <Table.Td visibleFrom="sm">{texts.roles[user.role]}</Table.Td>
      <Table.Td visibleFrom="xs">
        <StateBadge state={state} />
      </Table.Td>
      <Table.Td visibleFrom="md">{user.totp ? texts.users.hasAuthenticator : texts.users.hasNone}</Table.Td>
      <Table.Td visibleFrom="md">
        {user.lastSeenAt ? format.dateTime(user.lastSeenAt) : texts.users.never}
      </Table.Td>
    </Table.Tr>
  )
}
