import { useEffect } from 'react'

/** Puts a number before the name of the window, whatever screen it shows. */
export function useTitleCount(count: number): void {
  useEffect(() => {
    const put = (): void => {
      const bare = document.title.replace(/^\(\d+\+?\) /, '')
      const wanted = count > 0 ? `(${count > 99 ? '99+' : count}) ${bare}` : bare
      if (document.title !== wanted) document.title = wanted
    }
    put()
    const title = document.querySelector('title')
    if (!title) return
    // Each screen names the window itself.
    const watching = new MutationObserver(put)
    watching.observe(title, { childList: true })
    return () => watching.disconnect()
  }, [count])
}
