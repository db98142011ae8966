export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export type Row = { what: string; figure: string; aim: string; met: boolean }

export function printTable(rows: readonly Row[]): void {
  console.log('| what | measured | aim | met |')
  console.log('|---|---|---|---|')
  for (const { what, figure, aim, met } of rows)
    console.log(`| ${what} | ${figure} | ${aim} | ${met ? 'yes' : 'no'} |`)
}
