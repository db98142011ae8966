import { Button, Container } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { Empty, Failed, Page } from '../ui'

export function NotFound() {
  const texts = useTexts().shell
  return (
    <Container p="md">
      <Page title={texts.notFound}>
        <Empty
          action={
            <Button component={Link} to="/">
              {texts.toStart}
            </Button>
          }
        >
          {texts.notFoundAbout}
        </Empty>
      </Page>
    </Container>
  )
}

/** Where a screen could not be shown at all. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  return (
    <Container p="md">
      <Failed error={error} again={reset} />
    </Container>
  )
}
