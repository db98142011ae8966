import { useComputedColorScheme } from '@mantine/core'
import { useMemo, useRef } from 'react'

/**
 * A mail in a frame of its own, in which no script runs. The desk's policy holds in there too and allows no styles in the
 * markup, so they are set by the desk.
 */
export function MailFrame({ html, title, width }: { html: string; title: string; width: number | '100%' }) {
  const scheme = useComputedColorScheme()
  const frame = useRef<HTMLIFrameElement>(null)
  const { markup, sheets } = useMemo(() => withoutStyles(html), [html])
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={markup}
      onLoad={() => frame.current && setStyles(frame.current, sheets)}
      style={{
        width,
        maxWidth: '100%',
        height: 560,
        border: '1px solid var(--desk-line)',
        borderRadius: 8,
        colorScheme: scheme,
        display: 'block',
        marginInline: 'auto',
        background: 'Canvas',
      }}
    />
  )
}

const STYLE = 'data-style'

// Before it is parsed: what a parser meets is refused, and complained about, at once.
function withoutStyles(html: string): { markup: string; sheets: string[] } {
  const sheets: string[] = []
  const plain = html
    .replaceAll(/<style[^>]*>([^]*?)<\/style>/g, (_all, css: string) => {
      sheets.push(css)
      return ''
    })
    .replaceAll(/(<[a-z][^>]*?) style=/g, `$1 ${STYLE}=`)
  const mail = new DOMParser().parseFromString(plain, 'text/html')
  for (const link of mail.querySelectorAll('a[href]')) link.removeAttribute('href')
  return { markup: `<!doctype html>${mail.documentElement.outerHTML}`, sheets }
}

function setStyles(frame: HTMLIFrameElement, sheets: readonly string[]): void {
  const mail = frame.contentDocument
  const view = mail?.defaultView
  if (!mail || !view) return
  mail.adoptedStyleSheets = sheets.map((css) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(css)
    return sheet
  })
  for (const element of mail.querySelectorAll<HTMLElement>(`[${STYLE}]`))
    element.style.cssText = element.getAttribute(STYLE) ?? ''
  // A document is never lower than its window.
  frame.style.height = '0'
  frame.style.height = `${Math.max(240, mail.documentElement.scrollHeight + 2)}px`
}
