import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { type Key, useKeys } from '../work/keys'

type Shows = { showPalette: () => void; showKeys: () => void }

/** The keys that hold on every screen. */
export function useGlobalKeys({ showPalette, showKeys }: Shows): void {
  const { commands: texts, shell } = useTexts()
  const navigate = useNavigate()
  const mayRead = useMay('issues:read')
  const mayWrite = useMay('issues:write')
  const to = (keys: string, place: string, name: string): Key => ({
    keys,
    does: texts.goTo(name),
    everywhere: true,
    run: () => void navigate({ to: place }),
  })
  useKeys([
    { keys: '$mod+k', does: texts.title, everywhere: true, run: showPalette },
    { keys: '/', does: texts.search, everywhere: true, run: () => (focusSearch() ? null : showPalette()) },
    { keys: '?', does: texts.keys, everywhere: true, run: showKeys },
    ...(mayWrite ? [{ ...to('c', '/issues/new', ''), does: shell.newIssue }] : []),
    to('g h', '/', shell.home),
    ...(mayRead
      ? [
          to('g i', '/issues', shell.issues),
          to('g b', '/board', shell.board),
          to('g o', '/overview', shell.overview),
        ]
      : []),
  ])
}

/** The search of the screen, where it has one. */
function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('main input[type=search], main [role=searchbox]')
  search?.focus()
  search?.select()
  return search !== null
}
