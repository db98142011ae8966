import { Outlet } from '@tanstack/react-router'
import { Gatekeeper } from '../sign-in/gatekeeper'

/** What surrounds every screen, also those of people who are not signed in yet. */
export function Root() {
  return (
    <>
      <Outlet />
      <Gatekeeper />
    </>
  )
}
