import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { allPages } from '../api/pages'
import { useTexts } from '../texts'
import { type Issue, useValueText } from '../work'
import { AccountValue } from './account-value'
import { Editable } from './editable'
import { useOnPage } from './page-context'
import { Part } from './part'
import { ValueLinks } from './value-links'

/** What has a place of its own on the page. */
const ELSEWHERE = new Set([
  'number',
  'type',
  'step',
  'progress',
  'next',
  'due',
  'messages',
  'attachments',
  'contact.name',
  'contact.email',
  'contact.phone',
  'locale',
  'handler',
])

type Which = 'long' | 'short'

/** The fields of the type's detail view, in its order: long texts where there is room for them, the others as facts. */
export function ValuesPart({ which }: { which: Which }) {
  const texts = useTexts().issuePage
  const { issue, type, names, may } = useOnPage()
  const lines = (type?.views.detail ?? []).filter(
    ({ field }) =>
      !ELSEWHERE.has(field) && (names.fieldOf(field)?.type === 'long-text') === (which === 'long'),
  )
  const [isAllShown, setAllShown] = useState(false)
  const files = useFiles(lines.some(({ field }) => names.fieldOf(field)?.type === 'file'))
  if (lines.length === 0) return null
  const filled = lines.filter(({ field }) => isFilled(issue, field))
  const shown = isAllShown ? lines : filled
  const empty = lines.length - filled.length
  return (
    <Part title={which === 'long' ? texts.story : texts.values}>
      <dl className="issue-lines">
        {shown.map(({ field, label }) => (
          <Line key={field} field={field} label={names.field(field, label)} files={files} />
        ))}
      </dl>
      {empty > 0 && may && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ justifySelf: 'start', marginInlineStart: -8 }}
          aria-expanded={isAllShown}
          onClick={() => setAllShown(!isAllShown)}
        >
          {isAllShown ? texts.hideEmpty : texts.showEmpty(empty)}
        </Button>
      )}
    </Part>
  )
}

/** Whether something stands there; what is not an own field always does. */
function isFilled({ values }: Issue, field: string): boolean {
  return field === 'created' || field === 'changed' || (values[field] ?? null) !== null
}

type Files = readonly { value: string; label: string }[]

function Line({ field: key, label, files }: { field: string; label: string; files: Files }) {
  const { issue, names, workplace } = useOnPage()
  const textOf = useValueText(workplace)
  const field = names.fieldOf(key)
  const value = issue.values[key]
  if (!field) return <Fact label={label} text={textOf(issue, key)} />
  if (field.type === 'computed') return <Fact label={label} text={textOf(issue, key)} />
  const text =
    field.type === 'file' ? (files.find((file) => file.value === value)?.label ?? '') : textOf(issue, key)
  const shared = { label, path: `values.${key}`, field, files }
  if (field.type === 'bank-account') return <AccountValue {...shared} account={text} />
  return (
    <Editable
      {...shared}
      text={text}
      isWide={field.type === 'long-text'}
      beside={<ValueLinks type={field.type} value={value} number={issue.number} />}
    />
  )
}

/** What is only read. */
function Fact({ label, text }: { label: string; text: string }) {
  return (
    <div className="issue-line">
      <dt>{label}</dt>
      <dd>
        <span className="issue-value-fixed">{text || '–'}</span>
      </dd>
    </div>
  )
}

/** The issue's attachments, where a field may name one. */
function useFiles(isNeeded: boolean): Files {
  const { number } = useOnPage()
  const { data } = useQuery({
    queryKey: ['issue', number, 'attachments', 'names'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issues/{number}/attachments', {
            params: { path: { number }, query: { limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
    enabled: isNeeded,
  })
  return (data ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
