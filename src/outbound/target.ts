import { isIP, isIPv4 } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import type { OutboundSettings } from './outbound-settings.ts'

/** As long as an address may be that is called. */
export const MAX_URL_LENGTH = 2000

export const NOT_PUBLIC = 'it leads to an address that is not public'

/**
 * Why an address may not be called, as far as it can be told without looking its name up; `null` where nothing speaks
 * against it. The texts are for the people who entered it.
 */
export function urlProblem(text: string, settings: OutboundSettings): string | null {
  const target = readTarget(text, settings)
  return 'problem' in target ? target.problem : null
}

/** @param isNamedBySettings scheme, port and address are then not questioned */
export function readTarget(
  text: string,
  settings: OutboundSettings,
  isNamedBySettings = false,
): { url: URL; host: string } | { problem: string } {
  const problem = (reason: string) => ({ problem: reason })
  if (text.length > MAX_URL_LENGTH) return problem(`at most ${MAX_URL_LENGTH} characters are allowed`)
  // The parser drops tabs and line breaks and turns \ into /: what is read there is not what was written.
  const url = /[\s\p{Cc}\\]/u.test(text) ? null : URL.parse(text)
  if (!url || url.hostname === '' || !/^[a-z][a-z\d+.-]*:\/\/[^/]/i.test(text)) {
    return problem('an address like https://example.com/claims is needed')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return problem(schemesOf(settings))
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@')) {
    return problem('an address without user name and password is needed')
  }
  if (text.includes('#')) return problem('an address without a part after # is needed')
  const host = hostOf(url)
  if (isNamedBySettings) return { url, host }
  if (url.protocol === 'http:' && !settings.http) return problem(schemesOf(settings))
  if (!isAllowedPort(url, settings)) return problem(portsOf(settings))
  return mayCall(host, knownAddresses(host), settings) ? { url, host } : problem(NOT_PUBLIC)
}

/** Whether each address that a name leads to may be called. */
export function mayCall(host: string, addresses: readonly string[], settings: OutboundSettings): boolean {
  return (
    settings.internal.names.has(host) || addresses.every((address) => isAllowedAddress(address, settings))
  )
}

function isAllowedAddress(address: string, { internal }: OutboundSettings): boolean {
  if (isPublicAddress(address)) return true
  return isIP(address) !== 0 && internal.addresses.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/** The host in lower case, without the brackets of IPv6 and the dot at the end of a full name. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
}

/** Where a host leads to that needs no look-up. */
function knownAddresses(host: string): readonly string[] {
  if (isIP(host) !== 0) return [host]
  return host === 'localhost' || host.endsWith('.localhost') ? ['127.0.0.1'] : []
}

function authorityOf(text: string): string {
  return text.replace(/^[^/]*\/\//, '').split(/[/?#]/, 1)[0] ?? ''
}

function isAllowedPort({ port }: URL, { ports }: OutboundSettings): boolean {
  // The parser leaves the scheme's own port out.
  return port === '' || port === '443' || port === '80' || ports.has(Number(port))
}

function schemesOf({ http }: OutboundSettings): string {
  return http ? 'an address with https:// or http:// is needed' : 'an address with https:// is needed'
}

function portsOf({ ports }: OutboundSettings): string {
  const allowed = [...new Set([443, 80, ...ports])].toSorted((a, b) => a - b)
  return `one of the ports ${allowed.join(', ')} is needed`
}
