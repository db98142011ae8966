import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import type { Search } from './overview'

export type Bar = {
  key: string
  name: string
  mark?: ReactNode
  count: number
  /** How many of them are late. */
  late?: number
  search: Search
}

const FIRST = 8

/** Bars that are links to what they count: name and figures are text, so it needs no other view. */
export function BarList({ bars, most }: { bars: readonly Bar[]; most: number }) {
  const texts = useTexts().overview
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const isCut = !isWhole && bars.length > FIRST + 2
  return (
    <ul className="bars">
      {(isCut ? bars.slice(0, FIRST) : bars).map(({ key, name, mark, count, late = 0, search }) => (
        <li key={key}>
          <Link to="/issues" search={linkSearch(search)} className="bar">
            <span className="bar-words">
              {mark}
              <span className="bar-name">{name}</span>
              {late > 0 && <span className="bar-late">{texts.lateOnes(late)}</span>}
              <span className="bar-count">{format.number(count)}</span>
            </span>
            <span className="bar-track" aria-hidden>
              <span className="bar-part" data-late style={{ width: share(late, most) }} />
              <span className="bar-part" style={{ width: share(count - late, most) }} />
            </span>
          </Link>
        </li>
      ))}
      {isCut && (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
            {texts.showAll(bars.length)}
          </Button>
        </li>
      )}
    </ul>
  )
}

function share(count: number, most: number): string {
  return `${most > 0 ? (count / most) * 100 : 0}%`
}
