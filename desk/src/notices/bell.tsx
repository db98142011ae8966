/** What somebody has to be told. */
export function Bell() {
  return null
}
