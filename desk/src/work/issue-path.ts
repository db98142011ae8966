/** Where an issue is shown in the desk, within its base path. */
export function issuePath(number: string): string {
  return `/issues/${encodeURIComponent(number)}`
}
