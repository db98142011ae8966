import { type ReactNode } from 'react'
import { useFormat, useTexts } from '../texts'
import { Loaded, Page, PageTabs } from '../ui'
import { NotFound } from '../app/not-found'
import { useIssueTypes } from './types'

/** What surrounds every screen of one issue type: its name, the way back, and the places within it. */
export function TypeFrame({
  typeKey,
  wide = false,
  children,
}: {
  typeKey: string
  wide?: boolean
  children: ReactNode
}) {
  const texts = useTexts().issueTypes
  const shell = useTexts().shell
  const format = useFormat()
  const types = useIssueTypes()
  const base = `/configuration/issue-types/${typeKey}`
  const tabs = [
    { label: texts.general, to: base, exact: true },
    { label: texts.steps, to: `${base}/steps` },
    { label: texts.fields, to: `${base}/fields` },
    { label: texts.numbers, to: `${base}/numbers` },
    { label: texts.deadlines, to: `${base}/deadlines` },
    { label: texts.statusPage, to: `${base}/status-page` },
  ]
  return (
    <Loaded query={types}>
      {(all) => {
        const type = all.find(({ key }) => key === typeKey)
        if (!type) return <NotFound />
        return (
          <Page
            title={format.text(type.name)}
            crumbs={[{ label: shell.issueTypes, to: '/configuration/issue-types' }]}
            width={wide ? '100%' : 1080}
          >
            <PageTabs label={format.text(type.name)} tabs={tabs} />
            {children}
          </Page>
        )
      }}
    </Loaded>
  )
}
