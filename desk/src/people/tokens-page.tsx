import { Badge, Button, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, type Item } from '../api/client'
import { allPages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { Confirm, Empty, Loaded, notify, Page, Scrolling } from '../ui'
import { NewToken } from './new-token'

type Token = Item<'/api/v1/tokens'>
export const TOKENS_KEY = ['tokens']

export function TokensPage() {
  const texts = useTexts().people.tokens
  const [isNew, setNew] = useState(false)
  const tokens = useQuery({
    queryKey: TOKENS_KEY,
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/tokens', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  })
  const create = (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setNew(true)}>
      {texts.create}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={create}>
      <Loaded query={tokens}>
        {(all) => {
          const held = all.filter(({ revokedAt }) => revokedAt === null)
          return held.length > 0 ? <TokenTable tokens={held} /> : <Empty>{texts.none}</Empty>
        }}
      </Loaded>
      {isNew && <NewToken onClose={() => setNew(false)} />}
    </Page>
  )
}

function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const texts = useTexts().people.tokens
  const { actions } = useTexts().common
  return (
    <Scrolling label={texts.title} className="desk-surface">
      <Table highlightOnHover verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.name}</Table.Th>
            <Table.Th visibleFrom="sm">{texts.scope}</Table.Th>
            <Table.Th visibleFrom="md">{texts.made}</Table.Th>
            <Table.Th visibleFrom="sm">{texts.lastUsed}</Table.Th>
            <Table.Th visibleFrom="md">{texts.expires}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </Table.Tbody>
      </Table>
    </Scrolling>
  )
}

function TokenRow({ token }: { token: Token }) {
  const texts = useTexts().people.tokens
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const isEnded = token.expiresAt !== null && Date.parse(token.expiresAt) <= now
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600} className="desk-wrap">
          {token.name}
        </Text>
        <Stack gap={0} hiddenFrom="sm">
          <Text size="sm">{scopeName(texts.scopes, token.scope)}</Text>
          <Text size="sm" c="dimmed">
            {texts.lastUsed}: {token.lastUsedAt ? format.dateTime(token.lastUsedAt) : texts.never}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td visibleFrom="sm">{scopeName(texts.scopes, token.scope)}</Table.Td>
      <Table.Td visibleFrom="md">{format.date(token.createdAt)}</Table.Td>
      <Table.Td visibleFrom="sm">
        {token.lastUsedAt ? format.dateTime(token.lastUsedAt) : texts.never}
      </Table.Td>
      <Table.Td visibleFrom="md">
        {isEnded ? (
          <Badge color="bad" variant="light" tt="none">
            {texts.ended}
          </Badge>
        ) : token.expiresAt ? (
          format.date(token.expiresAt)
        ) : (
          texts.noEnd
        )}
      </Table.Td>
      <Table.Td ta="end">
        <RevokeToken token={token} />
      </Table.Td>
    </Table.Tr>
  )
}

function scopeName(names: Readonly<Record<string, string>>, scope: string): string {
  return names[scope] ?? scope
}

function RevokeToken({ token }: { token: Token }) {
  const texts = useTexts().people.tokens
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const revoke = async () => {
    await answer(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id: token.id } } }))
    await queries.invalidateQueries({ queryKey: TOKENS_KEY })
    notify(texts.revoked)
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => setOpen(true)}
        aria-label={texts.revokeTitle(token.name)}
      >
        {texts.revoke}
      </Button>
      <Confirm
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={texts.revokeTitle(token.name)}
        action={texts.revoke}
        typed={token.name}
        onConfirm={revoke}
      >
        {texts.revokeAbout}
      </Confirm>
    </>
  )
}
