const TOKEN = /\{(YYYY|YY|(seq|rand):(\d{1,2}))\}/g
const RANDOM = ['7KQM4TXW9PHC', '3RZD6VNB8GJY', 'M2S5E0FA4Q1T']
const SAFE = 4

/** Numbers as they may come from a pattern, one after the other. */
export function exampleNumbers(pattern: string, year: number): string[] {
  return RANDOM.map((random, index) =>
    pattern.replaceAll(TOKEN, (_token, kind: string, counted: string | undefined, length: string) => {
      if (kind === 'YYYY') return String(year)
      if (kind === 'YY') return String(year).slice(2)
      return counted === 'seq'
        ? String(index + 124).padStart(Number(length), '0')
        : random.repeat(2).slice(0, Number(length))
    }),
  )
}

/** Whether somebody who has one number can find others by trying. */
export function isGuessable(pattern: string): boolean {
  let random = 0
  for (const [, , kind, length] of pattern.matchAll(TOKEN)) if (kind === 'rand') random += Number(length)
  return random < SAFE
}
