import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { nonce } from '../ui/nonce'

/** Two texts beside each other, what changed marked; long parts that did not are folded. */
export function TextDiff({ label, before, after }: { label: string; before: string; after: string }) {
  const place = useRef<HTMLDivElement>(null)
  const isDark = useComputedColorScheme() === 'dark'
  useEffect(() => {
    if (!place.current) return
    const extensions = [
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.cspNonce.of(nonce()),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.theme({}, { dark: isDark }),
    ]
    const view = new MergeView({
      a: { doc: before, extensions },
      b: { doc: after, extensions },
      parent: place.current,
      collapseUnchanged: {},
      gutter: true,
    })
    return () => view.destroy()
  }, [label, before, after, isDark])
  return <div ref={place} className="desk-editor" />
}
