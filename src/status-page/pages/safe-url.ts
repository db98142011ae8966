const schemes = /^(?:https?:\/\/|mailto:|tel:)[^\s\\]+$/i
const path = /^\/(?![/\\])[^\s\\]*$/

/**
 * An address that a link may carry: https, http, mailto, tel, or a path of this very host. `null` for all else
 * (`javascript:`, `data:`, `//host`, anything with white space or control characters, which browsers drop unseen).
 */
export function safeUrl(address: string | null | undefined): string | null {
  if (!address) return null
  const url = address.trim()
  if (hasControl(url)) return null
  return schemes.test(url) || path.test(url) ? url : null
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 32 || code === 127) return true
  }
  return false
}
