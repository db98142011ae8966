import { ActionIcon, Anchor, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, type Item } from '../api/client'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { issuePath, StepChip } from '../work'
import { LinkDialog } from './link-dialog'
import { useOnPage } from './page-context'
import { Part } from './part'

type Linked = Item<'/api/v1/issues/{number}/links'>

/** Issues that belong to this one, seen from either. */
export function LinksPart() {
  const texts = useTexts().issuePage.links
  const { number, may } = useOnPage()
  const [isAdding, setAdding] = useState(false)
  const { data } = useQuery({
    queryKey: ['issue', number, 'links'],
    queryFn: () => answer(api.GET('/api/v1/issues/{number}/links', { params: { path: { number } } })),
  })
  const links = data?.items ?? []
  if (links.length === 0 && !may) return null
  return (
    <Part
      title={texts.title}
      actions={
        may && (
          <ActionIcon
            variant="subtle"
            aria-label={texts.add}
            title={texts.add}
            onClick={() => setAdding(true)}
          >
            <IconPlus size={18} />
          </ActionIcon>
        )
      }
    >
      {links.length > 0 && (
        <ul className="issue-links">
          {links.map((link) => (
            <LinkRow key={link.number} link={link} />
          ))}
        </ul>
      )}
      {isAdding && <LinkDialog onClose={() => setAdding(false)} />}
    </Part>
  )
}

function LinkRow({ link }: { link: Linked }) {
  const texts = useTexts().issuePage.links
  const { number, names, may } = useOnPage()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const remove = async () => {
    try {
      const params = { path: { number, other: link.number } }
      await answer(api.DELETE('/api/v1/issues/{number}/links/{other}', { params }))
      await queries.invalidateQueries({ queryKey: ['issue'] })
    } catch (error) {
      notify(problemText(error))
    }
  }
  return (
    <li className="issue-link">
      <div style={{ minWidth: 0, flex: 1 }}>
        <Text size="xs" c="dimmed">
          {texts.roles[link.as]}
        </Text>
        <Anchor component={Link} to={issuePath(link.number)} fw={600}>
          {link.number}
        </Anchor>{' '}
        <Text span size="sm" className="desk-wrap">
          {link.customer}
        </Text>
        <div>
          <StepChip name={names.step(link.type, link.step)} category={link.category} />
        </div>
      </div>
      {may && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={texts.remove(link.number)}
          title={texts.remove(link.number)}
          onClick={() => void remove()}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </li>
  )
}
