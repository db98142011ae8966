import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useContentLocales } from '../api/content-locales'
import { sumOf } from '../languages/missing'
import { useTextPlaces } from '../languages/places'
import { isBehind } from '../system/system'
import { useFormat, useTexts } from '../texts'
import { Loaded, Section } from '../ui'
import { type State, useInstallation } from './state'

type Matter = { text: string; to: string; weight: 'bad' | 'call' | 'accent' }

/** What needs somebody, each in a sentence that leads there. */
export function Attention() {
  const texts = useTexts().home
  const query = useInstallation()
  return (
    <Section title={texts.attention}>
      <Loaded query={query}>{(state) => <Matters state={state} />}</Loaded>
    </Section>
  )
}

function Matters({ state }: { state: State }) {
  const texts = useTexts().home
  const matters = useMatters(state)
  if (matters.length === 0)
    return (
      <Group gap="xs" wrap="nowrap" role="status">
        <IconCircleCheck size={20} aria-hidden color="var(--mantine-color-good-text)" />
        <Text>{texts.well}</Text>
      </Group>
    )
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {matters.map(({ text, to, weight }) => {
        const Icon = weight === 'accent' ? IconInfoCircle : IconAlertTriangle
        return (
          <Group component="li" key={text} gap="xs" wrap="nowrap" align="flex-start">
            <Icon
              size={20}
              aria-hidden
              color={`var(--mantine-color-${weight}-text)`}
              style={{ flex: 'none' }}
            />
            <Anchor component={Link} to={to} mih={24}>
              {text}
            </Anchor>
          </Group>
        )
      })}
    </Stack>
  )
}

function useMatters(state: State): Matter[] {
  const texts = useTexts().home
  const format = useFormat()
  const { places } = useTextPlaces(useContentLocales())
  const { system, rules, webhooks, pages } = state
  const failed = system.deliveries.failed + system.deliveries.dead
  const broken = rules.filter((rule) => rule.enabled && rule.broken.length > 0).length
  const calls = webhooks.filter((one) => one.broken.length > 0 || one.disabledBecause !== null).length
  const missing = places.reduce((sum, place) => sum + sumOf(place.missing), 0)
  const matter = (is: boolean, weight: Matter['weight'], text: string, to: string): Matter[] =>
    is ? [{ text, to: `/configuration/${to}`, weight }] : []
  return [
    ...matter(failed > 0, 'bad', texts.failed(failed), 'deliveries'),
    ...matter(broken > 0, 'bad', texts.rules(broken), 'rules'),
    ...matter(calls > 0, 'bad', texts.webhooks(calls), 'webhooks'),
    ...matter(isBehind(system), 'bad', texts.lag, 'system'),
    ...matter(system.textMessages.today.alarm !== null, 'call', texts.sms, 'system'),
    ...matter(system.mail.smtpHost === null, 'call', texts.captured, 'system'),
    ...pages
      .filter(({ page }) => !page.enabled)
      .flatMap(({ type }) =>
        matter(
          true,
          'call',
          texts.off(format.text(type.name) || type.key),
          `issue-types/${type.key}/status-page`,
        ),
      ),
    ...matter(missing > 0, 'accent', texts.missing(missing), 'languages'),
    ...matter(system.work.runningJobs > 0, 'accent', texts.jobs(system.work.runningJobs), 'system'),
  ]
}
