import { useTexts } from '../texts'
import { Page } from '../ui'

export function HomePage() {
  const texts = useTexts().shell
  return <Page title={texts.home}>{null}</Page>
}
