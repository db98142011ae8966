import type { Line } from './blocks.ts'

/** A part of a line as readers see it. Only what the template itself wrote, and the status page, is linked. */
export type Span = { kind: 'own' | 'value'; text: string } | { kind: 'link'; href: string; label: string }

const ADDRESS = /https:\/\/[^\s<>"]+/
const END_OF_SENTENCE = /[.,;:!?'"“”„»«)\]}…]+$/
/** A host, complete, and the beginning of what follows it: only behind that may a value go on with the address. */
const WITH_HOST = /^https:\/\/[^\s/?#\\@]+[/?#]/

/** Finds addresses in the template's own text. A value right behind one belongs to it, percent-encoded. */
export function spansOf(line: Line): Span[] {
  const spans: Span[] = []
  /** An address that the template's own text ended in, and that the next piece may go on with. */
  let address = null as string | null
  const close = (end: string): void => {
    if (address === null) return
    const rest = END_OF_SENTENCE.exec(end)?.[0] ?? ''
    const href = rest === '' ? address : address.slice(0, -rest.length)
    if (URL.parse(href)?.host) spans.push({ kind: 'link', href, label: href })
    else spans.push({ kind: 'own', text: href })
    if (rest !== '') spans.push({ kind: 'own', text: rest })
    address = null
  }
  for (const { kind, text } of line) {
    if (kind === 'own') own(text)
    else if (kind === 'value' && address !== null && WITH_HOST.test(address))
      address += encodeURIComponent(text)
    else {
      if (address !== null) spans.push({ kind: 'own', text: address })
      address = null
      const page = kind === 'status-link' && /^https?:\/\//.test(text) ? URL.parse(text) : null
      // The key in it is not for looking at.
      if (page) spans.push({ kind: 'link', href: text, label: page.host + page.pathname })
      else spans.push({ kind: 'value', text })
    }
  }
  close(address ?? '')
  return spans

  function own(text: string): void {
    let rest = text
    if (address !== null) {
      const [more = ''] = /^[^\s<>"]*/.exec(rest) ?? []
      address += more
      rest = rest.slice(more.length)
      if (rest === '') return
      close(more)
    }
    for (let found = ADDRESS.exec(rest); found; found = ADDRESS.exec(rest)) {
      if (found.index > 0) spans.push({ kind: 'own', text: rest.slice(0, found.index) })
      address = found[0]
      rest = rest.slice(found.index + address.length)
      if (rest === '') return
      close(address)
    }
    if (rest !== '') spans.push({ kind: 'own', text: rest })
  }
}
