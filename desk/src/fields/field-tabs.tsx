import { useTexts } from '../texts'
import { PageTabs } from '../ui'
import { VIEWS } from './fields'

/** The fields themselves, and the places where they are shown. */
export function FieldTabs({ type }: { type?: string | undefined }) {
  const texts = useTexts().fields
  return (
    <PageTabs
      label={texts.title}
      tabs={[
        { label: texts.all, to: '/configuration/fields', exact: true },
        ...VIEWS.map((view) => ({
          label: texts.views[view].name,
          to: `/configuration/fields/views/${view}`,
          ...(type ? { search: { type } } : {}),
        })),
      ]}
    />
  )
}
