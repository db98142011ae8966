import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTexts } from '../texts'
import { nonce } from '../ui/nonce'

/** Not every font has the signs that the library puts around folded lines. */
const LOOKS = {
  '.cm-collapsedLines:before': { content: '""' },
  '.cm-collapsedLines:after': { content: '""' },
}

/** Two texts beside each other, what changed marked; long parts that did not are folded. */
export function TextDiff({ label, before, after }: { label: string; before: string; after: string }) {
  const { unchanged } = useTexts().history
  const place = useRef<HTMLDivElement>(null)
  const isDark = useComputedColorScheme() === 'dark'
  useEffect(() => {
    if (!place.current) return
    const extensions = [
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.cspNonce.of(nonce()),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.theme(LOOKS, { dark: isDark }),
      EditorState.phrases.of({ '$ unchanged lines': unchanged }),
    ]
    const view = new MergeView({
      a: { doc: before, extensions },
      b: { doc: after, extensions },
      parent: place.current,
      collapseUnchanged: {},
      gutter: true,
    })
    return () => view.destroy()
  }, [label, unchanged, before, after, isDark])
  return <div ref={place} className="desk-editor" />
}
