import { Link } from '@tanstack/react-router'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { dayBefore, listOf, type Overview, type Search } from './overview'

/** What one looks at first, each with the list behind it. */
export function Tiles({ overview: { open, today }, type }: { overview: Overview; type: string | undefined }) {
  const texts = useTexts().overview.tiles
  const format = useFormat()
  const tiles: [name: string, count: number, tone: string, search: Search][] = [
    [texts.open, open.count, '', {}],
    [texts.late, open.late, 'bad', { due: 'late' }],
    [texts.dueIn2, open.dueIn2, 'call', { dueFrom: today, dueTo: dayBefore(today, -2) }],
    [texts.dueIn7, open.dueIn7, '', { dueFrom: today, dueTo: dayBefore(today, -7) }],
    [texts.unassigned, open.unassigned, '', { handler: 'none' }],
  ]
  return (
    <ul className="figures">
      {tiles.map(([name, count, tone, search]) => (
        <li key={name}>
          <Link
            to="/issues"
            search={linkSearch(listOf(type, search))}
            className="figure"
            data-tone={count > 0 ? tone : ''}
          >
            <span className="figure-number">{format.number(count)}</span>
            <span className="figure-name">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
