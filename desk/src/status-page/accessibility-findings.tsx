import { Alert, Code, List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import axeScript from 'axe-core/axe.min.js?url'
import { useTexts } from '../texts'

type Violation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }
type Axe = { run: (page: Document, options: object) => Promise<{ violations: Violation[] }> }

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a checker of accessibility finds in the page as it is shown, contrast first. */
export function AccessibilityFindings({ page }: { page: Document | null }) {
  const texts = useTexts().statusPage
  const found = useQuery({
    queryKey: ['accessibility', page?.URL],
    queryFn: () => (page ? findIn(page) : []),
    enabled: page !== null,
    retry: false,
    gcTime: 0,
  })
  if (!found.data) return null
  if (found.data.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        {texts.accessible}
      </Text>
    )
  return (
    <Alert color="bad" title={texts.accessibilityTitle} role="status">
      <List size="sm" spacing={4}>
        {found.data.map(({ id, help, nodes }) => (
          <List.Item key={id}>
            {id === 'color-contrast' ? texts.contrast(nodes.length) : help}{' '}
            {nodes.slice(0, 4).map(({ target }) => (
              <Code key={String(target[0])}>{String(target[0])} </Code>
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

/** Runs the checker within the page: it looks at computed styles, which only the page's own window knows. */
async function findIn(page: Document): Promise<Violation[]> {
  const axe = await loadInto(page)
  const { violations } = await axe.run(page, {
    runOnly: { type: 'tag', values: RULES },
    resultTypes: ['violations'],
  })
  return violations.toSorted(
    (one, other) => Number(other.id === 'color-contrast') - Number(one.id === 'color-contrast'),
  )
}

function loadInto(page: Document): Promise<Axe> {
  return new Promise((resolve, reject) => {
    const ready = () => {
      const view: { axe?: Axe } | null = page.defaultView as { axe?: Axe } | null
      if (view?.axe) resolve(view.axe)
      else reject(new Error('the checker did not start'))
    }
    if (page.querySelector('script[data-checker]')) return ready()
    const script = page.createElement('script')
    script.src = axeScript
    script.dataset['checker'] = ''
    script.addEventListener('load', ready)
    script.addEventListener('error', () => reject(new Error('the checker did not load')))
    page.head.append(script)
  })
}
