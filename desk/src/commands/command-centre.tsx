/** What one opens with Ctrl+K. */
export function CommandCentre() {
  return null
}
