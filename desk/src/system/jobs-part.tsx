import { Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormat, useTexts } from '../texts'
import { Loaded, Section } from '../ui'
import { type Job, jobsQuery } from './system'

/** What goes through many issues, and how far it is. */
export function JobsPart() {
  const texts = useTexts().system
  const query = useQuery(jobsQuery)
  return (
    <Section title={texts.jobs} about={texts.jobsAbout}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{texts.noJobs}</Text>
          ) : (
            <Stack gap="sm">
              {items.map((job) => (
                <Entry key={job.id} job={job} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  )
}

function Entry({ job }: { job: Job }) {
  const texts = useTexts().system
  const format = useFormat()
  const name = texts.kinds[job.kind] ?? job.kind
  const percent = job.total === 0 ? 100 : Math.min(100, (job.done / job.total) * 100)
  return (
    <div>
      <Text size="sm">
        {name}
        {job.issueType && ` (${job.issueType})`}
      </Text>
      {job.state === 'running' && <Progress value={percent} aria-label={name} my={4} />}
      <Text size="sm" c="dimmed">
        {job.state === 'running' ? texts.running : texts.finished} ·{' '}
        {texts.progress(format.number(job.done), format.number(job.total))} ·{' '}
        {format.dateTime(job.finished ?? job.started)}
        {job.failed > 0 && ` · ${texts.problems(job.failed)}`}
      </Text>
    </div>
  )
}
