import { FileInput } from '@mantine/core'
import type { Draft } from '../api/draft'
import { useTexts } from '../texts'
import { useNames, ValueInput, type WorkType, type Workplace } from '../work'
import { askedFields, type Entry } from './entry'
import type { WaitingFile } from './errands-of'
import { newKey } from './new-key'

type Props = {
  workplace: Workplace
  type: WorkType
  draft: Draft<Entry>
  files: readonly WaitingFile[]
  onFiles: (files: readonly WaitingFile[]) => void
  required: ReadonlySet<string>
  laterFor: (field: string) => string | undefined
}

const WIDE: ReadonlySet<string> = new Set(['long-text', 'address', 'link', 'multi-choice'])

/** The own fields that the type's form asks for, in its order. */
export function OwnFields({ workplace, type, draft, files, onFiles, required, laterFor }: Props) {
  const texts = useTexts().newIssue
  const names = useNames(workplace)
  const { value, patch, errorAt } = draft
  const fields = new Map(workplace.fields.map((field) => [field.key, field]))
  const asked = askedFields(type, fields)
  return (
    <div className="new-issue-fields">
      {asked.map((key) => {
        const field = fields.get(key)
        if (!field) return null
        const label = names.field(key, type.views.form.find((line) => line.field === key)?.label)
        const common = { label, description: laterFor(key), required: required.has(key) }
        if (field.type === 'file')
          return (
            <FileInput
              key={key}
              {...common}
              data-path={`values.${key}`}
              placeholder={texts.chooseFile}
              value={files.find((one) => one.field === key)?.file ?? null}
              onChange={(file) => onFiles(withFieldFile(files, key, file))}
              clearable
            />
          )
        return (
          <div key={key} className={WIDE.has(field.type) ? 'new-issue-wide' : undefined}>
            <ValueInput
              {...common}
              field={field}
              value={value.values[key]}
              onChange={(next) => patch({ values: { ...value.values, [key]: next } })}
              path={`values.${key}`}
              errorAt={errorAt}
              users={workplace.users}
            />
          </div>
        )
      })}
    </div>
  )
}

function withFieldFile(files: readonly WaitingFile[], field: string, file: File | null): WaitingFile[] {
  const others = files.filter((one) => one.field !== field)
  return file ? [...others, { id: newKey(), file, field }] : others
}
