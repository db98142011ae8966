import { useMay, useSession } from '../api/session'
import { useTexts } from '../texts'
import { Page } from '../ui'
import { Attention } from './attention'
import { SetUp } from './set-up'
import { Today } from './today'

/** Where one begins: today's work, then what needs an administrator, and what a new installation still lacks. */
export function HomePage() {
  const texts = useTexts().home
  const name = useSession()?.user.name ?? ''
  const isAdmin = useMay('admin')
  const mayRead = useMay('issues:read')
  return (
    <Page title={texts.hello(name)}>
      {mayRead && <Today />}
      {isAdmin && (
        <>
          <Attention />
          <SetUp />
        </>
      )}
    </Page>
  )
}
