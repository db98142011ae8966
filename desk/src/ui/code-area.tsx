import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete'
import { css } from '@codemirror/lang-css'
import { html } from '@codemirror/lang-html'
import { json } from '@codemirror/lang-json'
import { setDiagnostics } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useComputedColorScheme } from '@mantine/core'
import CodeMirror from '@uiw/react-codemirror'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { nonce } from './nonce'

export type { Completion, CompletionSource }

/** A stretch of the text, by its characters, of which something is to be said. */
export type CodeMark = { from: number; to: number; about: string }

type Props = {
  label: string
  language: 'css' | 'html' | 'json' | 'text'
  value: string
  onChange?: (value: string) => void
  completions?: readonly Completion[]
  completeBy?: CompletionSource
  marks?: readonly CodeMark[]
  minHeight: number
  maxHeight?: number
  toolbar?: (insert: (before: string, after?: string) => void) => ReactNode
}

/** The editor itself. Tab moves on, as everywhere; Escape closes what is open. */
export function CodeArea({
  label,
  language,
  value,
  onChange,
  completions,
  completeBy,
  marks,
  minHeight,
  maxHeight = 480,
  toolbar,
}: Props) {
  const scheme = useComputedColorScheme()
  const [view, setView] = useState<EditorView>()
  const extensions = useMemo(() => {
    const list: Extension[] = [
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce()),
      EditorView.contentAttributes.of({ 'aria-label': label }),
    ]
    if (language === 'css') list.push(css())
    if (language === 'html') list.push(html())
    if (language === 'json') list.push(json())
    if (completions) list.push(EditorState.languageData.of(() => [{ autocomplete: completing(completions) }]))
    if (completeBy) list.push(EditorState.languageData.of(() => [{ autocomplete: completeBy }]))
    return list
  }, [language, label, completions, completeBy])
  useEffect(() => {
    if (!view || !marks) return
    const { length } = view.state.doc
    const found = marks.map(({ from, to, about }) => ({
      from: Math.min(from, length),
      to: Math.min(to, length),
      severity: 'warning' as const,
      message: about,
    }))
    view.dispatch(setDiagnostics(view.state, found))
  }, [view, marks])
  return (
    <>
      {toolbar?.((before, after) => insertInto(view, before, after))}
      <CodeMirror
        onCreateEditor={setView}
        value={value}
        {...(onChange ? { onChange } : {})}
        readOnly={!onChange}
        theme={scheme}
        minHeight={`${minHeight}px`}
        maxHeight={`${maxHeight}px`}
        indentWithTab={false}
        extensions={extensions}
        basicSetup={{ foldGutter: false, highlightActiveLine: Boolean(onChange), searchKeymap: false }}
      />
    </>
  )
}

/** Puts text around what is chosen, or at the cursor. */
function insertInto(view: EditorView | undefined, before: string, after = ''): void {
  if (!view) return
  const { from, to } = view.state.selection.main
  const chosen = view.state.sliceDoc(from, to)
  view.dispatch({
    changes: { from, to, insert: before + chosen + after },
    selection: { anchor: from + before.length, head: from + before.length + chosen.length },
    userEvent: 'input',
  })
  view.focus()
}

function completing(completions: readonly Completion[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[-.\w{ ]*/)
    const typed = word?.text.match(/(\{\{ ?)?[-.\w]*$/)?.[0] ?? ''
    if (!typed && !context.explicit) return null
    return { from: context.pos - typed.length, options: completions, validFor: /^(\{\{ ?)?[-.\w]*$/ }
  }
}
