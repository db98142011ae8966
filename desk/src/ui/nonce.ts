/** The nonce that this page's policy allows styles by; every library that writes styles gets it. */
export function nonce(): string {
  const meta = document.querySelector('meta[property=csp-nonce]')
  return meta instanceof HTMLElement ? meta.nonce : ''
}
