/**
 * What is told to those who are connected, in a few bytes and without personal data: it says what to read anew, not what
 * to read.
 */
export type News =
  /** Something happened to an issue; `kind` of its event, or `delivery`. */
  | { of: 'issue'; id: string; kind: string }
  | { of: 'erased'; number: string }
  | { of: 'configuration'; version: number }
  /** Somebody's sessions or rights, or a token. */
  | { of: 'access' }
  | { of: 'notice'; user: string; kind: string; number: string | null }
  /** Where a person is, by an id that stands for one window; `state` null where they left. */
  | { of: 'presence'; number: string; user: string; tab: string; state: 'looking' | 'writing' | null }

export type NewsListener = {
  heard: (news: readonly News[]) => void
  /** Something may have been missed. */
  missed?: () => void
  /** Whether other processes are heard, each time that changes. */
  hears?: (isHearing: boolean) => void
}

export type NewsRoom = {
  /** Tells the listeners of this process. */
  spread: (news: readonly News[]) => void
  listen: (listener: NewsListener) => () => void
}

/** News within one process. */
export function openNews(): NewsRoom & { listeners: ReadonlySet<NewsListener> } {
  const listeners = new Set<NewsListener>()
  return {
    listeners,
    spread: (news) => {
      for (const { heard } of listeners) heard(news)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
