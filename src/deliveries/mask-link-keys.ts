/** `key=…` after what separates parameters of an address, also where that is written as in HTML. */
const LINK_KEY = /(?<=[?&;]key=)[\w.~%-]*[\w~%-]/gi

/** A text or markup in which the keys of links are masked, so that its copy opens nothing; all else stays as it is. */
export function maskLinkKeys(text: string): string {
  return text.replace(LINK_KEY, '…')
}
