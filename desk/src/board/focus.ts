export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** The card that has the focus, or whose menu has it. */
export function focusedCard(board: HTMLElement | null): HTMLElement | null {
  const item = document.activeElement?.closest('.board-item')
  return item && board?.contains(item) ? item.querySelector<HTMLElement>('[data-card]') : null
}

/** Moves the focus to the next card in a direction; to the first one where no card has it. */
export function moveFocus(board: HTMLElement | null, direction: Direction): void {
  if (!board) return
  const columns = [...board.querySelectorAll('.board-column')].map(cardsOf).filter(({ length }) => length > 0)
  const card = focusedCard(board)
  const at = columns.findIndex((cards) => card !== null && cards.includes(card))
  const own = columns[at]
  if (!card || !own) return seen(columns[0]?.[0])
  const place = own.indexOf(card)
  const beside = columns[at + (direction === 'left' ? -1 : 1)]
  const next = {
    up: own[place - 1],
    down: own[place + 1],
    first: own[0],
    last: own.at(-1),
    left: beside?.[Math.min(place, (beside?.length ?? 1) - 1)],
    right: beside?.[Math.min(place, (beside?.length ?? 1) - 1)],
  }[direction]
  seen(next)
}

function cardsOf(column: Element): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')]
}

function seen(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The card of an issue, once it is there. */
export function focusCard(board: HTMLElement | null, number: string): void {
  seen(board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(number)}"]`) ?? undefined)
}

/** A column that is folded, by the button that unfolds it. */
export function focusColumn(board: HTMLElement | null, step: string): void {
  seen(board?.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"] button`) ?? undefined)
}
