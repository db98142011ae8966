import { useElementSize } from '@mantine/hooks'
import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react'

type Props = {
  url: string
  width: number
  title: string
  scheme: 'light' | 'dark'
  /** What is said of the page, once it is there. */
  children: (page: Document | null) => ReactNode
}

const MIN_HEIGHT = 420
const MAX_HEIGHT = 900

/**
 * The page in a frame, as wide as the device and scaled to fit. The old one stays until the new one is there, and it opens
 * where one was reading.
 */
export function PreviewFrame({ url, width, title, scheme, children }: Props) {
  const { ref, width: room } = useElementSize()
  const [shown, setShown] = useState(url)
  const [loaded, setLoaded] = useState<{ url: string; page: Document } | null>(null)
  const scrolled = useRef(0)
  const scale = room > 0 ? Math.min(1, room / width) : 1
  const height = Math.max(MIN_HEIGHT, Math.min(MAX_HEIGHT, (width === 360 ? 720 : 800) * scale))
  const onLoad = (event: SyntheticEvent<HTMLIFrameElement>, from: string) => {
    const { contentDocument, contentWindow } = event.currentTarget
    if (!contentDocument || !contentWindow) return
    quieten(contentDocument)
    contentWindow.scrollTo(0, scrolled.current)
    contentWindow.addEventListener('scroll', () => {
      scrolled.current = contentWindow.scrollY
    })
    setShown(from)
    setLoaded({ url: from, page: contentDocument })
  }
  const frames = shown === url ? [url] : [shown, url]
  return (
    <>
      <div ref={ref} className="desk-preview" style={{ height }}>
        {frames.map((one) => (
          // The page's own policy forbids what a sandbox would, and the desk's checker has to run in it.
          // oxlint-disable-next-line react/iframe-missing-sandbox
          <iframe
            key={one}
            src={one}
            title={title}
            aria-hidden={one !== shown || undefined}
            onLoad={(event) => onLoad(event, one)}
            style={{
              width,
              height: height / scale,
              transform: `scale(${scale})`,
              insetInlineStart: Math.max(0, (room - width * scale) / 2),
              visibility: one === shown ? 'visible' : 'hidden',
              colorScheme: scheme,
            }}
          />
        ))}
      </div>
      {children(loaded?.url === url ? loaded.page : null)}
    </>
  )
}

/** Links and forms of a preview lead nowhere. */
function quieten(page: Document): void {
  for (const kind of ['click', 'submit'] as const)
    page.addEventListener(
      kind,
      (event) => {
        const link = event.composedPath().some((part) => 'href' in part && !String(part.href).includes('#'))
        if (kind === 'submit' || link) event.preventDefault()
      },
      true,
    )
}
