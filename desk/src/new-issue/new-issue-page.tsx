import { useSearch } from '@tanstack/react-router'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { Empty, Loaded, Page } from '../ui'
import { useWorkplace } from '../work'
import { NewIssueForm } from './new-issue-form'

/** Where an issue is taken in, at the counter or on the phone. */
export function NewIssuePage() {
  const { shell, newIssue: texts } = useTexts()
  const search: { type?: string } = useSearch({ strict: false })
  const mayWrite = useMay('issues:write')
  const query = useWorkplace()
  return (
    <Page title={shell.newIssue} crumbs={[{ label: shell.issues, to: '/issues' }]} width={1180}>
      {mayWrite ? (
        <Loaded query={query}>
          {(workplace) =>
            workplace.types.length === 0 ? (
              <Empty>{texts.noTypes}</Empty>
            ) : (
              <NewIssueForm
                // Another address asks for another type; what was written stays, it is kept.
                key={search.type ?? ''}
                workplace={workplace}
                wanted={workplace.types.find(({ key }) => key === search.type)?.key ?? null}
              />
            )
          }
        </Loaded>
      ) : (
        <Empty>{texts.notAllowed}</Empty>
      )}
    </Page>
  )
}
