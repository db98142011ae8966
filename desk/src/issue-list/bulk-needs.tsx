import { Stack, Text } from '@mantine/core'
import { controlOf, fieldOf } from '../issue-page/members'
import { useTexts } from '../texts'
import { useNames, ValueInput, type Workplace } from '../work'
import type { Given, Outcome } from './bulk'

type Props = {
  /** The numbers of those that lack a member, by the member. */
  asked: ReadonlyMap<string, readonly string[]>
  given: Given
  onGiven: (path: string, value: unknown) => void
  /** What the last try came to; it names what of the given is wrong. */
  outcomes: readonly Outcome[]
  workplace: Workplace
  disabled: boolean
}

/** What a step asks for and several issues lack, given once for all of them. */
export function BulkNeeds({ asked, given, onGiven, outcomes, workplace, disabled }: Props) {
  const texts = useTexts().issueList.bulk
  const names = useNames(workplace)
  const errors = outcomes.flatMap(({ problem }) => problem?.errors ?? [])
  const controls = [...asked].flatMap(([path, numbers]) => {
    const field = controlOf(names, path)
    // A customer's name and address are each their own, and a file is attached at its issue.
    const isAlike = field !== undefined && !path.startsWith('contact.') && field.type !== 'file'
    return isAlike ? [{ path, field, numbers }] : []
  })
  if (controls.length === 0) return null
  return (
    <fieldset className="list-needs" disabled={disabled}>
      <Text size="sm" component="legend">
        {texts.needs}
      </Text>
      <Stack gap="sm">
        {controls.map(({ path, field, numbers }) => (
          <ValueInput
            key={path}
            field={field}
            label={names.field(fieldOf(path))}
            description={texts.lacking(numbers.length)}
            value={given[path] ?? null}
            onChange={(value) => onGiven(path, value)}
            path={path}
            // Of an empty one the preview tells that it is missing.
            errorAt={(member) =>
              (given[path] ?? null) === null ? undefined : errors.find((one) => one.path === member)?.message
            }
            users={workplace.users.filter(({ handles }) => handles)}
          />
        ))}
      </Stack>
    </fieldset>
  )
}
