import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useContentLocales } from '../api/content-locales'
import { useSession } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Editable } from './editable'
import { saveMember, useTell } from './issue'
import { useOnPage } from './page-context'
import { Part } from './part'
import { ValueLinks } from './value-links'
import { useProblemText, notify } from '../ui'
import { useKeys } from '../work'

/** Who reported it, and in which language they read. */
export function ContactPart() {
  const texts = useTexts().issuePage
  const { issue, names, type, number } = useOnPage()
  const format = useFormat()
  const locales = useContentLocales()
  const label = (field: string) =>
    names.field(field, type?.views.detail.find((line) => line.field === field)?.label)
  const language = useMemo(() => {
    const options = [...new Set([...locales, issue.locale])].map((key) => ({
      key,
      label: { [format.locale]: format.language(key) },
    }))
    return { type: 'choice' as const, options }
  }, [locales, issue.locale, format])
  const { name, email, phone } = issue.contact
  return (
    <Part title={texts.contact}>
      <dl className="issue-lines">
        <Editable label={label('contact.name')} path="contact.name" field={plain('text')} text={name} />
        <Editable
          label={label('contact.email')}
          path="contact.email"
          field={plain('email')}
          text={email}
          beside={<ValueLinks type="email" value={email} number={number} />}
        />
        <Editable
          label={label('contact.phone')}
          path="contact.phone"
          field={plain('phone')}
          text={phone}
          beside={<ValueLinks type="phone" value={phone} number={number} />}
        />
        <Editable
          label={label('locale')}
          path="locale"
          field={language}
          text={format.language(issue.locale)}
        />
      </dl>
    </Part>
  )
}

function plain(type: 'text' | 'email' | 'phone' | 'user' | 'date') {
  return { type, options: [] }
}

/** Whose issue it is, with the shortest way to make it one's own. */
export function HandlerLine() {
  const texts = useTexts().issuePage
  const { issue, names, may, loaded, workplace } = useOnPage()
  const problemText = useProblemText()
  const tell = useTell()
  const own = useSession()?.user
  const canTake = may && own !== undefined && issue.handler?.id !== own.id
  const take = async () => {
    try {
      if (canTake) tell(await saveMember(loaded, 'handler', own.id))
    } catch (error) {
      notify(problemText(error))
    }
  }
  useKeys([{ keys: 'i', does: texts.assignToMe, run: () => void take() }])
  return (
    <Editable
      label={names.field('handler')}
      path="handler"
      field={plain('user')}
      text={issue.handler?.name ?? ''}
      users={workplace.users.filter(({ id, handles }) => handles || id === issue.handler?.id)}
      beside={
        canTake ? (
          <Button variant="subtle" size="compact-xs" onClick={() => void take()}>
            {texts.assignToMe}
          </Button>
        ) : null
      }
    />
  )
}
