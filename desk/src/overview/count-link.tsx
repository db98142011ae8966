import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { linkSearch } from '../api/search'
import { useFormat } from '../texts'
import type { Search } from './overview'

/** A figure that leads to what it counts. */
export function CountLink({ count, search }: { count: number; search: Search }) {
  const format = useFormat()
  if (count === 0) return format.number(count)
  return (
    <Anchor component={Link} to="/issues" search={linkSearch(search)} inherit>
      {format.number(count)}
    </Anchor>
  )
}
