import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { answer, api } from '../api/client'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'
import { Loaded, Section } from '../ui'
import { useFieldNames, VIEWS, type ViewName } from '../fields/fields'
import { TypeFrame } from './type-frame'

/** Which fields each view of a type shows, with the way to change it. */
export function TypeFieldsPage() {
  const { type = '' } = useParams({ strict: false }) as { type?: string }
  return (
    <TypeFrame typeKey={type}>
      <Stack>
        {VIEWS.map((view) => (
          <ViewFields key={view} typeKey={type} view={view} />
        ))}
      </Stack>
    </TypeFrame>
  )
}

function ViewFields({ typeKey, view }: { typeKey: string; view: ViewName }) {
  const texts = useTexts().fields
  const common = useTexts().common
  const nameOf = useFieldNames()
  const query = useQuery({
    queryKey: ['issue-types', typeKey, 'views', view, 'names'],
    queryFn: () =>
      answer(api.GET('/api/v1/issue-types/{key}/views/{view}', { params: { path: { key: typeKey, view } } })),
  })
  return (
    <Section
      title={texts.views[view].name}
      about={texts.views[view].about}
      actions={
        <Anchor
          component={Link}
          to={`/configuration/fields/views/${view}`}
          search={linkSearch({ type: typeKey })}
          size="sm"
        >
          {common.edit}
        </Anchor>
      }
    >
      <Loaded query={query}>
        {({ fields }) =>
          fields.length === 0 ? (
            <Text c="dimmed">{texts.emptyView}</Text>
          ) : (
            <Group gap={6}>
              {fields.map(({ field }) => (
                <Badge key={field} variant="default" tt="none" fw={500}>
                  {nameOf(field)}
                </Badge>
              ))}
            </Group>
          )
        }
      </Loaded>
    </Section>
  )
}
