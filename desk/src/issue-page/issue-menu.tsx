import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconExternalLink, IconLink, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { ifMatch } from '../api/source'
import { useTexts } from '../texts'
import { Confirm, notify } from '../ui'
import { neighbours } from '../work'
import { issueKey } from './issue'
import { useOnPage } from './page-context'

/** What is done seldom: copy the address, print, open what the customer sees, delete. */
export function IssueMenu() {
  const texts = useTexts().issuePage
  const common = useTexts().common
  const { issue, may, type } = useOnPage()
  const [isDeleting, setDeleting] = useState(false)
  const copy = () => {
    void navigator.clipboard.writeText(location.href).then(() => notify(common.copied))
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={texts.menu.label}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} />} onClick={copy}>
            {texts.menu.copyLink}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {texts.menu.print}
          </Menu.Item>
          {type?.statusPage.enabled && (
            <Menu.Item
              leftSection={<IconExternalLink size={16} />}
              component="a"
              href={issue.statusUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {texts.menu.statusPage}
            </Menu.Item>
          )}
          {may && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconTrash size={16} />} c="bad" onClick={() => setDeleting(true)}>
                {texts.menu.delete}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <DeleteDialog opened={isDeleting} onClose={() => setDeleting(false)} />
    </>
  )
}

function DeleteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const texts = useTexts().issuePage.menu
  const common = useTexts().common
  const { loaded, number } = useOnPage()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const run = async () => {
    const params = { path: { number }, header: ifMatch(loaded.etag) }
    await answer(api.DELETE('/api/v1/issues/{number}', { params }))
    const list = neighbours(number)?.address ?? '/issues'
    await navigate({ to: list.split('?')[0] ?? '/issues' })
    queries.removeQueries({ queryKey: issueKey(number) })
    void queries.invalidateQueries({ queryKey: ['issues'] })
    notify(texts.deleted(number))
  }
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={texts.deleteQuestion(number)}
      action={common.delete}
      typed={number}
      onConfirm={run}
    >
      {texts.deleteAbout}
    </Confirm>
  )
}
