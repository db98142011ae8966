/** So many places back one finds where somebody was before menus and dialogs. */
const REMEMBERED = 12
/** Whoever closes something has first say in where the focus goes. */
const PATIENCE = 60

const FOCUSABLE =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex]'

/** Where the focus was: the control, and what it stood in up to its screen or dialog. */
type Place = readonly Element[]

/**
 * Whoever works by keyboard or ear keeps their place when what has the focus goes, like a dialog that closes or a button that
 * has done its work: the focus goes back to where it was before, or to what stands next to it.
 * @returns ends it
 */
export function keepFocus(): () => void {
  const places: Place[] = []
  let holder: Element | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const onIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    holder = target
    places.push(placeOf(target))
    if (places.length > REMEMBERED) places.shift()
  }
  /** Left on purpose, like by a click beside it: what is taken away hears that it lost the focus while it is still there. */
  const onOut = ({ target }: FocusEvent) =>
    setTimeout(() => {
      if (target === holder && isThere(holder) && !isBusy(holder) && document.activeElement === document.body)
        holder = null
    })
  const restore = () => {
    if (document.activeElement !== document.body || holder === null) return
    if (isThere(holder) && isBusy(holder)) return
    for (const place of places.toReversed()) {
      const next = nearestIn(place)
      if (!next) continue
      next.focus({ preventScroll: true })
      // Whoever works by mouse sees their page stay as it is.
      if (next.matches(':focus-visible')) next.scrollIntoView({ block: 'nearest' })
      return
    }
  }
  const watcher = new MutationObserver(() => {
    if (document.activeElement !== document.body || holder === null) return
    clearTimeout(timer)
    timer = setTimeout(restore, PATIENCE)
  })
  document.addEventListener('focusin', onIn)
  document.addEventListener('focusout', onOut)
  watcher.observe(document.body, { childList: true, subtree: true })
  return () => {
    clearTimeout(timer)
    watcher.disconnect()
    document.removeEventListener('focusin', onIn)
    document.removeEventListener('focusout', onOut)
  }
}

function placeOf(element: Element): Place {
  const place: Element[] = []
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    place.push(at)
    if (at.matches('main,header,nav,[role=dialog],[role=menu]')) break
  }
  return place
}

/** The control itself, or the first that takes the focus in what it stood in. */
function nearestIn(place: Place): HTMLElement | null {
  for (const [at, element] of place.entries()) {
    if (!isThere(element)) continue
    if (at === 0 && element instanceof HTMLElement) return element
    const next = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isThere)
    if (next) return next
  }
  return null
}

function isThere(element: Element | null): element is Element {
  return element !== null && element.getClientRects().length > 0 && element.closest('[inert]') === null
}

/** A button loses the focus while it cannot be pressed, and gets it back when it can. */
function isBusy(element: Element): boolean {
  return element.matches(':disabled')
}
