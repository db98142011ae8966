export type Placed = { id: string; position: number }

/** The positions that change so that rules run in a new order: as few as can be. */
export function movedPlaces(order: readonly Placed[]): Placed[] {
  const places = order.map(({ position }) => position).toSorted((one, other) => one - other)
  const areUnique = new Set(places).size === places.length
  return order.flatMap(({ id, position }, index) => {
    const place = areUnique ? (places[index] ?? index) : index
    return place === position ? [] : [{ id, position: place }]
  })
}
