import { Alert, Anchor, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat, useTexts } from '../texts'
import { Loaded, Page, Section } from '../ui'
import { JobsPart } from './jobs-part'
import { isLate, sizeOf, type System, systemQuery } from './system'

/** How the installation stands. */
export function SystemPage() {
  const texts = useTexts().system
  const query = useQuery(systemQuery)
  return (
    <Page title={texts.title} about={texts.about}>
      <Loaded query={query}>{(system) => <Shown system={system} />}</Loaded>
    </Page>
  )
}

const LITTLE = 0.1

function Shown({ system }: { system: System }) {
  const texts = useTexts().system
  const { dataFolder, textMessages } = system
  const { alarm } = textMessages.today
  const isFull = dataFolder !== null && dataFolder.freeBytes < dataFolder.totalBytes * LITTLE
  return (
    <Stack gap="md">
      {isFull && <Alert color="bad">{texts.diskLow}</Alert>}
      {alarm && <Alert color="call">{texts.alarms[alarm]}</Alert>}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Program system={system} />
        <Store system={system} />
        <Work system={system} />
        <Mail system={system} />
        <TextMessages system={system} />
        <Deliveries system={system} />
      </SimpleGrid>
      <JobsPart />
    </Stack>
  )
}

type Part = { system: System }

function Program({ system }: Part) {
  const texts = useTexts().system
  const format = useFormat()
  const started = new Date(Date.parse(system.now) - system.uptimeSeconds * 1000).toISOString()
  return (
    <Section title={texts.program}>
      <Facts>
        <Fact name={texts.version}>{system.version}</Fact>
        <Fact name={texts.address}>{system.baseUrl}</Fact>
        <Fact name={texts.timeZone}>{system.timeZone}</Fact>
        <Fact name={texts.uptime}>{format.dateTime(started)}</Fact>
        <Fact name={texts.memory}>{sizeOf(system.memory.residentBytes, format.locale)}</Fact>
      </Facts>
    </Section>
  )
}

function Store({ system: { store, dataFolder } }: Part) {
  const texts = useTexts().system
  const { locale } = useFormat()
  return (
    <Section title={texts.store}>
      <Facts>
        <Fact name={texts.store}>
          {texts.stores[store.kind]} {store.version}
        </Fact>
        <Fact name={texts.size}>{sizeOf(store.bytes, locale)}</Fact>
        {dataFolder && (
          <Fact name={texts.disk}>
            {texts.ofAll(sizeOf(dataFolder.freeBytes, locale), sizeOf(dataFolder.totalBytes, locale))}
          </Fact>
        )}
      </Facts>
    </Section>
  )
}

function Work({ system: { work, now } }: Part) {
  const texts = useTexts().system
  return (
    <Section title={texts.work} about={texts.workAbout}>
      <Facts>
        <Since name={texts.events} at={work.oldestDueEvent} now={now} />
        <Since name={texts.sending} at={work.oldestDueDelivery} now={now} />
        <Since name={texts.timers} at={work.oldestDueTimer} now={now} />
      </Facts>
    </Section>
  )
}

function Since({ name, at, now }: { name: string; at: string | null; now: string }) {
  const texts = useTexts().system
  const format = useFormat()
  return (
    <Fact name={name}>
      <Text span inherit {...(isLate(at, now) ? { c: 'bad' } : {})}>
        {at === null ? texts.nothing : texts.since(format.dateTime(at))}
      </Text>
    </Fact>
  )
}

function Mail({ system: { mail } }: Part) {
  const texts = useTexts().system
  const format = useFormat()
  const when = (at: string | null) => (at === null ? texts.never : format.dateTime(at))
  return (
    <Section title={texts.mail}>
      <Facts>
        <Fact name={texts.server}>{mail.smtpHost ?? texts.noServer}</Fact>
        <Fact name={texts.lastSent}>{when(mail.lastSent)}</Fact>
        <Fact name={texts.lastFailed}>{when(mail.lastFailed)}</Fact>
      </Facts>
    </Section>
  )
}

function TextMessages({ system: { textMessages } }: Part) {
  const texts = useTexts().system
  const format = useFormat()
  const { segments, budget } = textMessages.today
  return (
    <Section title={texts.sms}>
      <Facts>
        <Fact name={texts.gateway}>{textMessages.isConfigured ? texts.connected : texts.noGateway}</Fact>
        <Fact name={texts.today}>{texts.ofAll(format.number(segments), format.number(budget))}</Fact>
      </Facts>
    </Section>
  )
}

function Deliveries({ system: { deliveries } }: Part) {
  const { system: texts, deliveries: words } = useTexts()
  const format = useFormat()
  return (
    <Section
      title={texts.deliveries}
      actions={
        <Anchor component={Link} to="/configuration/deliveries" size="sm">
          {words.details}
        </Anchor>
      }
    >
      <Facts>
        {(['dead', 'failed', 'pending', 'sent'] as const).map((state) => (
          <Fact key={state} name={words.states[state]}>
            {format.number(deliveries[state])}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}

function Facts({ children }: { children: ReactNode }) {
  return (
    <Stack component="dl" gap={4} m={0}>
      {children}
    </Stack>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed" display="inline">
        {name}:{' '}
      </Text>
      <Text component="dd" size="sm" display="inline" m={0} className="desk-wrap">
        {children}
      </Text>
    </div>
  )
}
