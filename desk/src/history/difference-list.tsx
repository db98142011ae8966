import { Skeleton, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTexts } from '../texts'
import type { Compared } from './names'

const TextDiff = lazy(async () => ({ default: (await import('./text-diff')).TextDiff }))

type Difference = Compared['differences'][number]

/** What differs, member by member; long texts stand beside each other with what changed in them marked. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  return (
    <Stack gap="md">
      {differences.map((one) => (
        <Different key={one.path} difference={one} />
      ))}
    </Stack>
  )
}

function Different({ difference: { path, before, after } }: { difference: Difference }) {
  const texts = useTexts().history
  return (
    <div>
      <Title order={3} fz={14} className="desk-wrap">
        <Member path={path} />
      </Title>
      {isLong(before) && isLong(after) ? (
        <Suspense fallback={<Skeleton height={120} />}>
          <TextDiff label={texts.notSame} before={textOf(before)} after={textOf(after)} />
        </Suspense>
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt={4}>
          <Side name={texts.before} value={before} />
          <Side name={texts.after} value={after} />
        </SimpleGrid>
      )}
    </div>
  )
}

/** The words for a member like `header.en`, where there are some. */
function Member({ path }: { path: string }) {
  const { audit, history } = useTexts()
  const parts = path.split('.').filter(Boolean)
  if (parts.length === 0) return <>{history.changes}</>
  return <>{parts.map((part) => audit.members[part] ?? part).join(' · ')}</>
}

function Side({ name, value }: { name: string; value: unknown }) {
  const { history, common } = useTexts()
  const isNothing = value === null || value === undefined || value === ''
  const shown = typeof value === 'boolean' ? (value ? common.yes : common.no) : textOf(value)
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text
        component="div"
        size="sm"
        className={`desk-wrap desk-lines${typeof value === 'object' ? ' desk-mono' : ''}`}
        {...(isNothing ? { c: 'dimmed' } : {})}
      >
        {isNothing ? history.nothing : shown}
      </Text>
    </div>
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

/** Where what changed would be searched for with the eyes. */
function isLong(value: unknown): boolean {
  if (value === null || value === undefined) return false
  const text = textOf(value)
  return text.length > 120 || text.includes('\n')
}
