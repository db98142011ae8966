import { domainToASCII } from 'node:url'

/** One mailbox, with the name that is shown for it; the name may be empty. */
export type Mailbox = { name: string; address: string }

const MAX_ADDRESS_LENGTH = 254
const MAX_LOCAL_LENGTH = 64
const CONTROL = /\p{C}/u
const FORBIDDEN_IN_LOCAL = /[\s\p{C}"(),:;<>[\\\]@]/u
const FORBIDDEN_IN_DOMAIN = /[\s\p{C}%/\\:?#@[\]"'(),;<>]/u
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The e-mail address that a text is, its domain in lower case and ASCII; `null` where it is not exactly one: a list, a
 * group, an address with a name or a comment, anything with a line break.
 */
export function parseAddress(text: string): string | null {
  const typed = text.trim()
  if (typed.length > MAX_ADDRESS_LENGTH || CONTROL.test(text)) return null
  const at = typed.lastIndexOf('@')
  const local = typed.slice(0, at)
  const domain = typed.slice(at + 1)
  if (at < 1 || local.length > MAX_LOCAL_LENGTH || FORBIDDEN_IN_LOCAL.test(local)) return null
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  const ascii = FORBIDDEN_IN_DOMAIN.test(domain) ? '' : domainToASCII(domain)
  return HOST.test(ascii) ? `${local}@${ascii}` : null
}

/** As {@link parseAddress}, for `address` or `Name <address>`. */
export function parseMailbox(text: string): Mailbox | null {
  const named = /^\s*(?:"([^"\\]*)"|([^"<>\\]*?))\s*<([^<>]*)>\s*$/.exec(text)
  const name = named?.[1] ?? named?.[2] ?? ''
  const address = parseAddress(named?.[3] ?? text)
  if (address === null || CONTROL.test(text) || name.length > 200) return null
  return { name: name.trim(), address }
}
