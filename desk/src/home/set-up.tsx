import { Anchor, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { Section } from '../ui'
import { type State, useInstallation } from './state'

/** The way of a new installation to its first customer; gone once all of it is done. */
export function SetUp() {
  const texts = useTexts().home
  const { data } = useInstallation()
  if (!data) return null
  const steps = stepsOf(data)
  if (steps.every(({ isDone }) => isDone)) return null
  return (
    <Section title={texts.setUp} about={texts.setUpAbout}>
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map(({ name, to, isDone }) => {
          const Icon = isDone ? IconCircleCheckFilled : IconCircle
          return (
            <Group component="li" key={name} gap="xs" wrap="nowrap" align="flex-start">
              <Icon
                size={20}
                aria-hidden
                style={{ flex: 'none' }}
                color={isDone ? 'var(--mantine-color-good-text)' : 'var(--mantine-color-dimmed)'}
              />
              <Text component="div">
                <Anchor
                  component={Link}
                  to={`/configuration/${to}`}
                  mih={24}
                  {...(isDone ? { c: 'dimmed' } : {})}
                >
                  {texts[name]}
                </Anchor>
                <VisuallyHidden> ({isDone ? texts.done : texts.open})</VisuallyHidden>
              </Text>
            </Group>
          )
        })}
      </Stack>
    </Section>
  )
}

function stepsOf({ company, pages, users, system }: State) {
  return [
    { name: 'company', to: 'company', isDone: company.name !== '' && company.email !== '' },
    { name: 'mail', to: 'system', isDone: system.mail.smtpHost !== null },
    { name: 'live', to: 'issue-types', isDone: pages.some(({ page }) => page.enabled) },
    { name: 'people', to: 'users', isDone: users.length > 1 },
    { name: 'link', to: 'rules', isDone: system.deliveries.sent > 0 },
  ] as const
}
