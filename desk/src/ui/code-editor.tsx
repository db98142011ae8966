import { Input, Skeleton } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useId } from 'react'
import type { CodeMark, Completion, CompletionSource } from './code-area'
import { useMessageText } from './problem-text'

const CodeArea = lazy(async () => ({ default: (await import('./code-area')).CodeArea }))

type Props = {
  label: string
  description?: ReactNode
  language: 'css' | 'html' | 'json' | 'text'
  value: string
  onChange?: (value: string) => void
  /** What may be completed here, beside what the language itself knows. */
  completions?: readonly Completion[]
  /** The same, where it depends on what stands around the cursor. */
  completeBy?: CompletionSource
  /** What is underlined, with a word about it where one points at it. */
  marks?: readonly CodeMark[]
  path?: string
  error?: string | undefined
  minHeight?: number
  maxHeight?: number
  /** Stands above the text, like buttons that put something in. */
  toolbar?: (insert: (before: string, after?: string) => void) => ReactNode
}

/** Code with colours, completion and the keys of an editor; its own script is loaded when the first one is shown. */
export function CodeEditor({ label, description, path, error, minHeight = 160, ...area }: Props) {
  const id = useId()
  const messageText = useMessageText()
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={messageText(error)}
      labelElement="div"
      labelProps={{ id }}
      data-path={path}
    >
      <div className="desk-editor">
        <Suspense fallback={<Skeleton height={minHeight} />}>
          <CodeArea label={label} minHeight={minHeight} {...area} />
        </Suspense>
      </div>
    </Input.Wrapper>
  )
}
