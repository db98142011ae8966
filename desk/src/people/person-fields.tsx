import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { DESK_LOCALES, isDeskLocale, useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { User } from './users'

type Person = Pick<User, 'name' | 'email' | 'publicName' | 'locale'>
type Props = {
  value: Person
  onChange: (part: Partial<Person>) => void
  errorAt: (path: string) => string | undefined
}

/** Who a person is, for colleagues and for customers. */
export function PersonFields({ value, onChange, errorAt }: Props) {
  const texts = useTexts().people.user
  const messageText = useMessageText()
  const field = (member: 'name' | 'email' | 'publicName') => ({
    label: texts[member],
    description: texts[`${member}Help`],
    'data-path': member,
    value: value[member],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [member]: event.currentTarget.value }),
    error: messageText(errorAt(member)),
    autoComplete: 'off',
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextInput {...field('name')} required maxLength={120} />
      <TextInput {...field('email')} type="email" required />
      <TextInput {...field('publicName')} maxLength={120} />
      <Select
        label={texts.locale}
        description={texts.localeHelp}
        data-path="locale"
        data={[
          { value: '', label: texts.localeNone },
          ...Object.entries(DESK_LOCALES).map(([tag, label]) => ({ value: tag, label })),
        ]}
        value={value.locale ?? ''}
        onChange={(tag) => onChange({ locale: isDeskLocale(tag) ? tag : null })}
        allowDeselect={false}
        error={messageText(errorAt('locale'))}
      />
    </SimpleGrid>
  )
}
