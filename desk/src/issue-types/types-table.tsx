import { ActionIcon, Anchor, Badge, Group, Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../api/client'
import { useFormat, useTexts } from '../texts'
import { Failed, Scrolling } from '../ui'
import { type IssueType, useSteps } from './types'
import { useOrder } from './type-order'

/** The kinds of issues in their order, how much there is of each, and whether customers can look. */
export function TypesTable({ types }: { types: readonly IssueType[] }) {
  const texts = useTexts().issueTypes
  const order = useOrder(types)
  return (
    <>
      {order.error && <Failed error={order.error} />}
      <Scrolling label={texts.title}>
        <Table className="desk-surface" verticalSpacing="sm" miw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.name}</Table.Th>
              <Table.Th scope="col">{texts.key}</Table.Th>
              <Table.Th scope="col">{texts.steps}</Table.Th>
              <Table.Th scope="col">{texts.openIssues}</Table.Th>
              <Table.Th scope="col">{texts.statusPage}</Table.Th>
              <Table.Th scope="col">{texts.order}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {types.map((type, at) => (
              <TypeLine key={type.key} type={type}>
                <MoveButtons type={type} at={at} last={types.length - 1} order={order} />
              </TypeLine>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolling>
    </>
  )
}

function TypeLine({ type, children }: { type: IssueType; children: ReactNode }) {
  const format = useFormat()
  const steps = useSteps(type.key)
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/configuration/issue-types/${type.key}`} fw={600}>
          {format.text(type.name)}
        </Anchor>
      </Table.Td>
      <Table.Td className="desk-mono">{type.key}</Table.Td>
      <Table.Td>{steps.data && format.number(steps.data.length)}</Table.Td>
      <Table.Td>
        <OpenIssues typeKey={type.key} />
      </Table.Td>
      <Table.Td>
        <PageState type={type} />
      </Table.Td>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  )
}

/** How many issues of a type are not done yet. */
function OpenIssues({ typeKey }: { typeKey: string }) {
  const format = useFormat()
  const { data } = useQuery({
    queryKey: ['issue-types', typeKey, 'open-issues'],
    queryFn: async () => {
      const found = await Promise.all(
        (['open', 'waiting'] as const).map((category) =>
          answer(
            api.GET('/api/v1/issues', {
              params: { query: { type: typeKey, category, count: 'true', limit: 1 } },
            }),
          ),
        ),
      )
      return {
        count: found.reduce((sum, { count = 0 }) => sum + count, 0),
        isMore: found.some(({ countCapped }) => countCapped),
      }
    },
  })
  if (!data) return null
  return `${format.number(data.count)}${data.isMore ? '+' : ''}`
}

type MoveProps = { type: IssueType; at: number; last: number; order: ReturnType<typeof useOrder> }

function MoveButtons({ type, at, last, order }: MoveProps) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  const name = format.text(type.name)
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        aria-label={texts.moveUp(name)}
        disabled={at === 0 || order.isPending}
        onClick={() => order.mutate({ from: at, to: at - 1 })}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={texts.moveDown(name)}
        disabled={at === last || order.isPending}
        onClick={() => order.mutate({ from: at, to: at + 1 })}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </Group>
  )
}

/** Whether customers can open the type's page, and where. */
function PageState({ type }: { type: IssueType }) {
  const texts = useTexts().issueTypes
  const page = useQuery({
    queryKey: ['issue-types', type.key, 'is-live'],
    queryFn: () =>
      answer(api.GET('/api/v1/issue-types/{key}/status-page', { params: { path: { key: type.key } } })),
  })
  if (!page.data) return null
  return (
    <Group gap="xs">
      <Badge variant="light" tt="none" color={page.data.enabled ? 'good' : 'gray'}>
        {page.data.enabled ? texts.live : texts.pageIsOff}
      </Badge>
      {page.data.enabled && (
        <Anchor href={page.data.url} target="_blank" rel="noreferrer" size="sm">
          <Group gap={4} component="span">
            /status/{page.data.identifier} <IconExternalLink size={14} aria-hidden />
          </Group>
        </Anchor>
      )}
    </Group>
  )
}
