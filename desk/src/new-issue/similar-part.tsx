import { Anchor, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useFormat, useTexts } from '../texts'
import { Section } from '../ui'
import { DeadlineChip, issuePath, StepChip, useNames, useValueText, type Workplace } from '../work'
import type { Entry, LinkKind } from './entry'
import { type Similar, useSimilar } from './use-similar'

type Props = {
  workplace: Workplace
  entry: Entry
  onLink: (links: Entry['links']) => void
  /** Drops what was written, for whoever goes on with an issue that is there. */
  onLeave: () => void
}

/** Issues that the new one may repeat, found while one types, with what can be done about it. */
export function SimilarPart({ workplace, entry, onLink, onLeave }: Props) {
  const texts = useTexts().newIssue
  const found = useSimilar(workplace, entry)
  if (found.length === 0) return <div className="new-issue-side" aria-live="polite" />
  return (
    <div className="new-issue-side" aria-live="polite">
      <Section title={texts.similar(found.length)} about={texts.similarAbout}>
        <ul className="desk-list new-issue-similar">
          {found.map((similar) => (
            <li key={similar.issue.number}>
              <SimilarIssue
                workplace={workplace}
                similar={similar}
                linked={entry.links[similar.issue.number] ?? null}
                onLink={(kind) => onLink(withLink(entry.links, similar.issue.number, kind))}
                onLeave={onLeave}
              />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

type OneProps = {
  workplace: Workplace
  similar: Similar
  linked: LinkKind | null
  onLink: (kind: LinkKind | null) => void
  onLeave: () => void
}

function SimilarIssue({ workplace, similar: { issue, matches }, linked, onLink, onLeave }: OneProps) {
  const texts = useTexts().newIssue
  const { shortDay } = useFormat()
  const names = useNames(workplace)
  const valueText = useValueText(workplace)
  const navigate = useNavigate()
  const { number, type, step, category, contact, created } = issue
  const product = (names.typeOf(type)?.views.list ?? [])
    .map(({ field }) => field)
    .find((field) => names.fieldOf(field) && issue.values[field] !== undefined)
  const why = matches.map((member) => names.field(member.replace(/^values\./, '')))
  const goThere = () => {
    onLeave()
    void navigate({ to: issuePath(number) })
  }
  return (
    <Stack gap={4}>
      <Group gap={8} justify="space-between">
        <Anchor component={Link} to={issuePath(number)} target="_blank" fw={650} className="new-issue-number">
          {number} <IconExternalLink size={14} aria-label={texts.newTab} />
        </Anchor>
        <DeadlineChip issue={issue} />
      </Group>
      <Text size="sm" className="desk-wrap">
        {[contact.name, product && valueText(issue, product)].filter(Boolean).join(' · ') || names.type(type)}
      </Text>
      <Group gap={8}>
        <StepChip
          name={names.step(type, step)}
          category={category}
          colour={names.stepOf(type, step)?.colour}
        />
        <Text size="xs" c="dimmed">
          {shortDay(created.slice(0, 10))}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {texts.same(why)}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={texts.linkTo(number)}
        value={linked ?? ''}
        onChange={(kind) => onLink(kind === 'related' || kind === 'duplicate-of' ? kind : null)}
        data={[
          { value: '', label: texts.notLinked },
          { value: 'related', label: texts.related },
          { value: 'duplicate-of', label: texts.duplicate },
        ]}
      />
      <Button size="xs" variant="default" onClick={goThere}>
        {texts.openInstead}
      </Button>
    </Stack>
  )
}

function withLink(links: Entry['links'], number: string, kind: LinkKind | null): Entry['links'] {
  const { [number]: _before, ...others } = links
  return kind === null ? others : { ...others, [number]: kind }
}
