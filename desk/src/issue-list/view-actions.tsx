import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconDotsVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'
import { Confirm, notify, useProblemText } from '../ui'
import { besides, type SavedView, tabOf, useViewActs } from './saved-views'
import { isSameList, type ListState } from './state'
import { searchOf, type Tab } from './view-tabs'
import { ViewDialog } from './view-dialog'

type Props = { state: ListState; current: Tab | undefined; views: readonly SavedView[] }

/** Saves the list as it stands by a name, and changes the view that it was saved as. */
export function ViewActions({ state, current, views }: Props) {
  const texts = useTexts().issueList.saved
  const navigate = useNavigate()
  const acts = useViewActs()
  const problemText = useProblemText()
  const [asked, setAsked] = useState<'save' | 'rename' | 'delete' | null>(null)
  const view = views.find(({ id }) => id === current?.key)
  const isChanged = current !== undefined && !isSameList(current.state, state)
  const go = (tab: Tab) => navigate({ to: '/issues', search: linkSearch(searchOf(tab)) })
  const close = () => setAsked(null)
  const attempt = (what: Promise<unknown>) => void what.catch((error: unknown) => notify(problemText(error)))
  return (
    <Group gap={4} wrap="nowrap" className="list-view-acts">
      {isChanged && view?.mayChange && (
        <Button
          variant="light"
          size="compact-sm"
          onClick={() => attempt(acts.keep(view, state).then(() => notify(texts.done(view.name))))}
        >
          {texts.update}
        </Button>
      )}
      {isChanged && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked('save')}>
          {view ? texts.saveNew : texts.save}
        </Button>
      )}
      {view?.mayChange && (
        <ViewMenu
          view={view}
          views={views}
          onAsk={setAsked}
          onSwap={(other) => attempt(acts.swap(view, other))}
        />
      )}
      {asked === 'save' && (
        <ViewDialog
          title={texts.title}
          view={null}
          onClose={close}
          onSave={async (content) => {
            const made = await acts.create({ ...content, state })
            notify(texts.done(made.name))
            await go(tabOf(made))
          }}
        />
      )}
      {asked === 'rename' && view && (
        <ViewDialog
          title={texts.menu(view.name)}
          view={view}
          onClose={close}
          onSave={async (content) => {
            await acts.edit(view, content)
            notify(texts.done(content.name))
          }}
        />
      )}
      {view && (
        <Confirm
          opened={asked === 'delete'}
          onClose={close}
          title={texts.deleteTitle(view.name)}
          action={texts.delete}
          onConfirm={async () => {
            await acts.remove(view)
            notify(texts.deleted(view.name))
            await navigate({ to: '/issues' })
          }}
        >
          {view.shared ? texts.deleteShared : texts.deleteAbout}
        </Confirm>
      )}
    </Group>
  )
}

type MenuProps = {
  view: SavedView
  views: readonly SavedView[]
  onAsk: (what: 'rename' | 'delete') => void
  onSwap: (other: SavedView) => void
}

function ViewMenu({ view, views, onAsk, onSwap }: MenuProps) {
  const texts = useTexts().issueList.saved
  const [earlier, later] = [besides(views, view, -1), besides(views, view, 1)]
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={texts.menu(view.name)}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {view.shared && view.owner && <Menu.Label>{texts.by(view.owner.name)}</Menu.Label>}
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAsk('rename')}>
          {texts.rename}
        </Menu.Item>
        {earlier && (
          <Menu.Item leftSection={<IconArrowLeft size={16} />} onClick={() => onSwap(earlier)}>
            {texts.earlier}
          </Menu.Item>
        )}
        {later && (
          <Menu.Item leftSection={<IconArrowRight size={16} />} onClick={() => onSwap(later)}>
            {texts.later}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="bad" leftSection={<IconTrash size={16} />} onClick={() => onAsk('delete')}>
          {texts.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
