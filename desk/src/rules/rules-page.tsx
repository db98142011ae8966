import { Alert, Anchor, Badge, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, notify, Page, useMessageText, useProblemText } from '../ui'
import { Sortable } from '../ui/sortable'
import { movedPlaces } from './places'
import { changeRule, type Rule, RULES_KEY, useRules } from './rules'
import { useSentence } from './sentence'
import { useSurroundings } from './surroundings'

export function RulesPage() {
  const texts = useTexts().rules
  const query = useRules()
  const make = (
    <Button component={Link} to="/configuration/rules/new" leftSection={<IconPlus size={18} />}>
      {texts.create}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={make}>
      <Loaded query={query}>
        {(rules) =>
          rules.length > 0 ? <RuleList rules={rules} /> : <Empty action={make}>{texts.empty}</Empty>
        }
      </Loaded>
    </Page>
  )
}

function RuleList({ rules }: { rules: readonly Rule[] }) {
  const texts = useTexts().rules
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [isMoving, setMoving] = useState(false)
  const around = useSurroundings(null)
  const sentence = useSentence(around)
  const reorder = async (order: readonly Rule[]) => {
    const moved = movedPlaces(order)
    const places = new Map(moved.map(({ id, position }) => [id, position]))
    queries.setQueryData(
      RULES_KEY,
      order.map((rule) => ({ ...rule, position: places.get(rule.id) ?? rule.position })),
    )
    setMoving(true)
    try {
      for (const { id, position } of moved) await changeRule(id, { position })
      notify(texts.reordered)
    } catch (error) {
      notify(problemText(error))
    } finally {
      setMoving(false)
      await queries.invalidateQueries({ queryKey: RULES_KEY })
    }
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {isMoving ? texts.reordering : texts.order}
      </Text>
      <Sortable
        items={rules}
        keyOf={(rule) => rule.id}
        nameOf={(rule) => rule.name}
        onChange={(order) => void reorder(order)}
      >
        {(rule) => <RuleRow rule={rule} sentence={sentence(rule)} />}
      </Sortable>
    </Stack>
  )
}

function RuleRow({ rule, sentence }: { rule: Rule; sentence: string }) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <Stack gap={4} miw={0}>
        <Group gap={8}>
          <Anchor component={Link} to={`/configuration/rules/${rule.id}`} fw={600} className="desk-wrap">
            {rule.name}
          </Anchor>
          {rule.stop && (
            <Badge variant="light" color="gray" tt="none">
              {texts.stops}
            </Badge>
          )}
          {rule.once && (
            <Badge variant="light" color="gray" tt="none">
              {texts.onceOnly}
            </Badge>
          )}
        </Group>
        <Text size="sm" className="desk-wrap">
          {sentence}
        </Text>
        {rule.broken.length > 0 && (
          <Alert color="bad" variant="light" title={texts.broken} p="xs">
            {rule.broken.map(({ path, message }) => (
              <div key={path + message}>{messageText(message)}</div>
            ))}
          </Alert>
        )}
        <LastRun id={rule.id} />
      </Stack>
      <OnOff rule={rule} />
    </Group>
  )
}

function LastRun({ id }: { id: string }) {
  const texts = useTexts().rules
  const format = useFormat()
  const { data } = useQuery({
    queryKey: ['rule-runs', id, 'last'],
    queryFn: () =>
      answer(api.GET('/api/v1/business-rules/{id}/runs', { params: { path: { id }, query: { limit: 1 } } })),
  })
  const last = data?.items[0]
  return (
    <Text size="xs" c="dimmed">
      {!data ? '…' : last ? texts.lastRun(format.dateTime(last.at), last.issue) : texts.neverRun}
    </Text>
  )
}

function OnOff({ rule }: { rule: Rule }) {
  const texts = useTexts().rules
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const turn = async (enabled: boolean) => {
    setBusy(true)
    try {
      await changeRule(rule.id, { enabled })
      await queries.invalidateQueries({ queryKey: RULES_KEY })
      await queries.invalidateQueries({ queryKey: ['business-rule', rule.id] })
    } catch (error) {
      notify(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Switch
      size="md"
      checked={rule.enabled}
      disabled={isBusy}
      aria-label={texts.isOn(rule.name)}
      onChange={(event) => void turn(event.currentTarget.checked)}
    />
  )
}
