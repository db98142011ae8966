import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './ui/desk.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchAttendance } from './api/attendance'
import { openSession } from './api/open-session'
import { queries } from './api/queries'
import { router } from './app/router'
import { TextsProvider } from './texts'
import { nonce } from './ui/nonce'
import { cssVariables, theme } from './ui/theme'
import { Worded } from './ui/worded'

// Where a dialog keeps the page behind it from scrolling, its styles take their nonce from here.
Object.assign(globalThis, { __webpack_nonce__: nonce() })

watchAttendance()
const place = document.getElementById('desk')
if (!place) throw new Error('the page has no place for the desk')
// Before anything is said, so that it is said in the person's language; what fails here the screens tell.
await openSession().catch(() => null)
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      <QueryClientProvider client={queries}>
        <TextsProvider>
          <Worded>
            <Notifications position="bottom-left" containerWidth="var(--desk-told-width)" />
            <RouterProvider router={router} />
          </Worded>
        </TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
