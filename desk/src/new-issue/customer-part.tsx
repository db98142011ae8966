import { TextInput } from '@mantine/core'
import type { Draft } from '../api/draft'
import { useTexts } from '../texts'
import { Section, useMessageText } from '../ui'
import type { WorkType } from '../work'
import type { Entry } from './entry'

type Props = {
  draft: Draft<Entry>
  type: WorkType
  required: ReadonlySet<string>
  laterFor: (field: string) => string | undefined
}

/** Who the customer is and how they are reached: with one of it they open their status page. */
export function CustomerPart({ draft, type, required, laterFor }: Props) {
  const { newIssue: texts, work } = useTexts()
  const messageText = useMessageText()
  const { value, patch, errorAt } = draft
  const field = (member: 'name' | 'email' | 'phone', help?: string) => ({
    label: member === 'name' ? texts.name : work.fields[`contact.${member}`],
    description: help ?? laterFor(`contact.${member}`),
    'data-path': `contact.${member}`,
    value: value.contact[member],
    onChange: (event: { currentTarget: { value: string } }) =>
      patch({ contact: { ...value.contact, [member]: event.currentTarget.value } }),
    error: messageText(errorAt(`contact.${member}`)),
    required: required.has(`contact.${member}`),
    autoComplete: 'off',
  })
  const { enabled, verification } = type.statusPage
  return (
    <Section
      title={work.fields['contact.name']}
      about={enabled ? texts.verification[verification] : undefined}
    >
      <div className="new-issue-fields">
        <TextInput {...field('name')} maxLength={200} className="new-issue-wide" data-autofocus autoFocus />
        <TextInput {...field('email')} type="email" maxLength={254} spellCheck={false} />
        <TextInput {...field('phone', texts.phoneHelp)} type="tel" maxLength={40} />
      </div>
    </Section>
  )
}
