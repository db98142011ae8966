/** Where a file of a page, or the logo, is served. */
export function assetPath(id: string): string {
  return `/assets/${id}`
}
