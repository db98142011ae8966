import { useMantineColorScheme } from '@mantine/core'
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { api, answer } from '../api/client'
import { refreshSession } from '../api/refresh-session'
import { linkSearch } from '../api/search'
import { useMay, useSession } from '../api/session'
import { usePlaces } from '../app/places'
import { useSignOut } from '../app/sign-out'
import { DESK_LOCALES, type DeskLocale, isDeskLocale, useDeskLocale, useFormat, useTexts } from '../texts'
import { useWorkplace } from '../work'
import type { Command } from './command'

const KEYS_OF_PLACES: Readonly<Record<string, string>> = {
  '/': 'g h',
  '/issues': 'g i',
  '/board': 'g b',
  '/overview': 'g o',
}

/** All that can be done without looking at an issue: new issues, the desk as one likes it, and every place. */
export function useCommands(showKeys: () => void): Command[] {
  return [...useNewIssues(), ...usePlaceCommands(), ...useDeskCommands(showKeys)]
}

function useNewIssues(): Command[] {
  const texts = useTexts().commands
  const { text } = useFormat()
  const navigate = useNavigate()
  const mayWrite = useMay('issues:write')
  const types = useWorkplace().data?.types ?? []
  if (!mayWrite) return []
  return types.map(({ key, name }) => ({
    id: `new-${key}`,
    group: 'actions',
    name: texts.newOf(text(name) || key),
    icon: IconPlus,
    keys: types.length === 1 ? 'c' : undefined,
    run: () => navigate({ to: '/issues/new', search: linkSearch({ type: key }) }),
  }))
}

function usePlaceCommands(): Command[] {
  const texts = useTexts().shell
  const navigate = useNavigate()
  const places = usePlaces().flatMap((part) =>
    part.places.map(({ to, name, icon }) => ({
      id: to,
      group: 'places' as const,
      name: texts[name],
      about: part.name ? texts[part.name] : undefined,
      icon,
      keys: KEYS_OF_PLACES[to],
      run: () => navigate({ to }),
    })),
  )
  const account: Command = {
    id: '/account',
    group: 'places',
    name: texts.account,
    icon: IconUserCircle,
    run: () => navigate({ to: '/account' }),
  }
  return [...places, account]
}

function useDeskCommands(showKeys: () => void): Command[] {
  const { commands: texts, signIn, shell } = useTexts()
  const { setColorScheme } = useMantineColorScheme()
  const { locale: spoken } = useDeskLocale()
  const speak = useSpeaking()
  const signOut = useSignOut()
  const schemes = [
    { scheme: 'light', icon: IconSun },
    { scheme: 'dark', icon: IconMoon },
    { scheme: 'auto', icon: IconDeviceDesktop },
  ] as const
  const locales = Object.entries(DESK_LOCALES).filter(([locale]) => locale !== spoken)
  return [
    { id: 'keys', group: 'desk', name: texts.keys, icon: IconKeyboard, keys: '?', run: showKeys },
    ...schemes.map(
      ({ scheme, icon }): Command => ({
        id: `scheme-${scheme}`,
        group: 'desk',
        name: `${signIn.theme}: ${signIn[scheme]}`,
        icon,
        run: () => setColorScheme(scheme),
      }),
    ),
    ...locales.map(
      ([locale, name]): Command => ({
        id: `locale-${locale}`,
        group: 'desk',
        name: `${texts.language}: ${name}`,
        words: locale,
        icon: IconLanguage,
        run: () => (isDeskLocale(locale) ? speak(locale) : null),
      }),
    ),
    { id: 'sign-out', group: 'desk', name: shell.signOut, icon: IconLogout, run: signOut },
  ]
}

/** Changes the language of the desk: on this device, and for the person where they have chosen one. */
function useSpeaking(): (locale: DeskLocale) => Promise<void> {
  const { choose } = useDeskLocale()
  const own = useSession()?.user.locale
  return async (locale) => {
    choose(locale)
    if (!own) return
    await answer(api.PATCH('/api/v1/account', { body: { locale } }))
    await refreshSession()
  }
}
