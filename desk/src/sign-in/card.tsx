import { Center, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { IconTimeline } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { DESK_LOCALES, isDeskLocale, useDeskLocale, useTexts } from '../texts'

/** The one card of a screen for people who are not signed in. */
export function Card({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const { locale, choose } = useDeskLocale()
  const texts = useTexts()
  useEffect(() => {
    document.title = `${title} · Reklamator`
  }, [title])
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w="100%" maw={400} gap="md">
        <Group gap={8} justify="center">
          <IconTimeline size={26} color="var(--desk-accent-ink)" aria-hidden />
          <Text fw={700} size="lg">
            Reklamator
          </Text>
        </Group>
        <Paper p="lg" className="desk-surface">
          <Stack gap="md">
            <div>
              <Title order={1}>{title}</Title>
              {about && (
                <Text c="dimmed" mt={4}>
                  {about}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
        <Select
          aria-label={texts.common.language}
          data={Object.entries(DESK_LOCALES).map(([value, label]) => ({ value, label }))}
          value={locale}
          onChange={(tag) => isDeskLocale(tag) && choose(tag)}
          allowDeselect={false}
          w={160}
          mx="auto"
          size="xs"
        />
      </Stack>
    </Center>
  )
}
