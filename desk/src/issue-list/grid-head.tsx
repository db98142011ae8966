import { Checkbox, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTexts } from '../texts'
import type { Column } from './columns'

type Props = {
  columns: readonly Column[]
  /** As the API sorts, `-` before it for descending. */
  sort: string
  onSort: (sort: string) => void
  /** Whether rows can be chosen, and how many of them are. */
  choice: { chosen: number; of: number; onAll: () => void } | null
}

/** The head of the list, by which it is sorted. */
export function GridHead({ columns, sort, onSort, choice }: Props) {
  const texts = useTexts().issueList
  const [by, isDescending] = [sort.replace(/^-/, ''), sort.startsWith('-')]
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" aria-rowindex={1} className="list-row">
        {choice && (
          <div role="columnheader" className="list-cell list-choice">
            <Checkbox
              size="xs"
              aria-label={texts.chooseAll}
              checked={choice.of > 0 && choice.chosen >= choice.of}
              indeterminate={choice.chosen > 0 && choice.chosen < choice.of}
              onChange={choice.onAll}
            />
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            className={column.key === 'number' ? 'list-cell list-first' : 'list-cell'}
            aria-sort={column.sort === by ? (isDescending ? 'descending' : 'ascending') : undefined}
          >
            {column.sort ? (
              <UnstyledButton
                className="list-sort"
                title={texts.sortBy(column.label)}
                onClick={() => onSort(nextSort(column.sort ?? by, by, isDescending))}
              >
                {column.label}
                {column.sort === by &&
                  (isDescending ? (
                    <IconArrowDown size={14} aria-hidden />
                  ) : (
                    <IconArrowUp size={14} aria-hidden />
                  ))}
              </UnstyledButton>
            ) : (
              column.label
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Another column begins as one wants it: the nearest deadline, what was changed last. */
function nextSort(column: string, by: string, isDescending: boolean): string {
  if (column === by) return isDescending ? column : `-${column}`
  return column === 'created' || column === 'changed' ? `-${column}` : column
}
