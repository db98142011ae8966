import { type MantineThemeOverride, MantineThemeProvider } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTexts } from '../texts'

/** Gives the library's controls that hold no words of their own their names, in the language of the desk. */
export function Worded({ children }: { children: ReactNode }) {
  const { close } = useTexts().common
  const theme = useMemo<MantineThemeOverride>(() => {
    const closing = { 'aria-label': close }
    return {
      components: {
        // The head of a dialog is no banner of the page.
        Modal: { defaultProps: { closeButtonProps: closing, attributes: { header: { role: 'none' } } } },
        Drawer: { defaultProps: { closeButtonProps: closing, attributes: { header: { role: 'none' } } } },
        Notification: { defaultProps: { closeButtonProps: closing } },
      },
    }
  }, [close])
  return <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>
}
