import { Text } from '@mantine/core'
import { useMay, useSession } from '../api/session'
import { useTexts } from '../texts'
import { Page } from '../ui'
import { Attention } from './attention'
import { SetUp } from './set-up'

/** Where one begins: what needs somebody, and what a new installation still lacks. */
export function HomePage() {
  const texts = useTexts().home
  const name = useSession()?.user.name ?? ''
  const isAdmin = useMay('admin')
  return (
    <Page title={texts.hello(name)}>
      {isAdmin ? (
        <>
          <Attention />
          <SetUp />
        </>
      ) : (
        <Text>{texts.notAdmin}</Text>
      )}
    </Page>
  )
}
