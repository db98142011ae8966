import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'

/** A mail in a frame of its own, in which nothing runs and nothing leads out. */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const scheme = useComputedColorScheme()
  const markup = useMemo(() => plain(html), [html])
  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={markup}
      style={{
        width: '100%',
        height: 320,
        border: '1px solid var(--desk-line)',
        borderRadius: 8,
        colorScheme: scheme,
        background: 'Canvas',
      }}
    />
  )
}

/** The desk's policy holds in the frame too and allows no styles in the markup. */
function plain(html: string): string {
  const mail = new DOMParser().parseFromString(html, 'text/html')
  for (const element of mail.querySelectorAll('style, script, link, img')) element.remove()
  for (const element of mail.querySelectorAll('[style]')) element.removeAttribute('style')
  for (const link of mail.querySelectorAll('a[href]')) link.removeAttribute('href')
  return `<!doctype html>${mail.documentElement.outerHTML}`
}
