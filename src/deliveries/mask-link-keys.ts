/** What sets a password, of somebody of the staff. */
const STAFF_LINK = /(?<=\/desk\/welcome#)[\w-]+/g
/** `key=…` after what separates parameters of an address, also where that is written as in HTML or percent-encoded. */
const LINK_KEY = /(?<=(?:[?&;]|%3F|%26)key(?:=|%3D))[\w.~%-]*[\w~%-]/gi

/** A text or markup in which the keys of links are masked, so that its copy opens nothing; all else stays as it is. */
export function maskLinkKeys(text: string): string {
  return text.replace(LINK_KEY, '…').replace(STAFF_LINK, '…')
}
