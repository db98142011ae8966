import { Text, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTexts } from '../texts'
import { KeyHint } from '../work'
import { numberIn, rememberIssue } from './recent'
import { useGlobalKeys } from './use-global-keys'

const loadPalette = () => import('./palette')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help')).KeysHelp }))

/** What one opens with Ctrl+K, and the keys that hold on every screen. */
export function CommandCentre() {
  const texts = useTexts().commands
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const [isWanted, setWanted] = useState(false)
  const show = (which: 'palette' | 'keys') => {
    setWanted(true)
    setOpen(which)
  }
  useGlobalKeys({ showPalette: () => show('palette'), showKeys: () => show('keys') })
  useRecent()
  useEarlyPalette()
  const close = () => setOpen(null)
  return (
    <>
      <UnstyledButton
        className="commands-button"
        onPointerEnter={() => void loadPalette()}
        onClick={() => show('palette')}
      >
        <IconSearch size={18} aria-hidden />
        <Text component="span" size="sm" truncate className="commands-title">
          {texts.title}
        </Text>
        <Text component="span" visibleFrom="sm" aria-hidden>
          <KeyHint keys="$mod+k" />
        </Text>
      </UnstyledButton>
      {isWanted && (
        <Suspense>
          <Palette opened={open === 'palette'} onClose={close} showKeys={() => show('keys')} />
          <KeysHelp opened={open === 'keys'} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** Keeps in mind which issues somebody opens. */
function useRecent(): void {
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => {
    const number = numberIn(pathname)
    if (number !== null) rememberIssue(number)
  }, [pathname])
}

/** Whoever presses Ctrl may press K next: then the palette is there already. */
function useEarlyPalette(): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') void loadPalette()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
