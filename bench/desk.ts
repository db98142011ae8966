import type { Row } from './figures.ts'
import type { ManyIssues } from './many-issues.ts'
import { openReader, type Reader, slowestOf } from './reader.ts'

const TYPES = ['warranty', 'return', 'repair', 'service']
/** Of each type, as a board shows them. */
const CARDS = 'sort=due&limit=20&count=true'
const AIM_MS = 50

/**
 * What the screens of a handler ask for, a screen at a time, as a browser does: a list as it opens and as one types, each
 * column of a board and all of them, each part of an issue's page and all of it.
 */
export async function measureDesk(made: ManyIssues): Promise<Row[]> {
  const reader = await openReader(made)
  const row = <Way extends string>(
    what: string,
    ways: readonly Way[],
    read: (way: Way) => Promise<unknown>,
  ) => slowestOf(reader, what, ways, read, AIM_MS)
  try {
    const types = await typesOf(reader)
    const columns = types.flatMap(({ key, steps }) => steps.map((step) => columnOf(key, step)))
    const number = await aNumber(reader)
    const parts = partsOf(number)
    return [
      await row('list: as it opens', [''], () =>
        reader.get('/issues?category=open,waiting&sort=due&count=true'),
      ),
      await row('list: a search', SEARCHES, (q) => reader.get(`/issues?sort=due&count=true&q=${q}`)),
      await row('board: a column, of all types', columns, reader.get),
      await row('board: all columns of a type at once', TYPES, (type) =>
        Promise.all(columns.filter((column) => column.includes(`type=${type}&`)).map(reader.get)),
      ),
      await row('issue page: a part', Object.keys(parts), (part) => reader.get(parts[part] ?? '')),
      await row('issue page: all parts at once', [''], () =>
        Promise.all(Object.values(parts).map(reader.get)),
      ),
    ]
  } finally {
    await reader.close()
  }
}

/** What customers say on the phone: a name, a part of a number, of a phone, a product, and words of a message. */
const SEARCHES = [
  'novakova',
  '0150000',
  '150%20000',
  'kettle',
  'jana%20kettle',
  'm1%20kettle',
  'customer1000',
]

async function typesOf({ get }: Reader): Promise<{ key: string; steps: string[] }[]> {
  const { types }: { types: { key: string; steps: { key: string }[] }[] } = JSON.parse(
    await get('/workplace'),
  )
  return types
    .filter(({ key }) => TYPES.includes(key))
    .map(({ key, steps }) => ({ key, steps: steps.map((step) => step.key) }))
}

function columnOf(type: string, step: string): string {
  return `/issues?type=${type}&step=${step}&${CARDS}`
}

/** Of an issue in the middle of them. */
async function aNumber({ get }: Reader): Promise<string> {
  const half = new Date(Date.now() - 547 * 86_400_000).toISOString().slice(0, 10)
  const { items } = JSON.parse(await get(`/issues?sort=created&limit=1&createdFrom=${half}`))
  return items[0].number
}

function partsOf(number: string): Record<string, string> {
  const under = `/issues/${number}`
  return {
    issue: under,
    messages: `${under}/messages?limit=200`,
    attachments: `${under}/attachments?limit=200`,
    history: `${under}/events?order=desc&limit=50`,
    links: `${under}/links`,
    'status link': `${under}/status-link`,
    'link keys': `${under}/link-keys?limit=200`,
    deliveries: `/deliveries?issue=${number}&limit=200`,
  }
}
