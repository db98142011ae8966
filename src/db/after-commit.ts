import type { Kysely } from 'kysely'
import type { Tx } from './database.ts'
import type { DialectTraits } from './dialects.ts'
import type { News } from './news.ts'
import type { Schema } from './schema.ts'

/** What may lie ready after a commit, for whoever works it off. */
export type Topic = 'events' | 'deliveries' | 'timers' | 'jobs' | 'sms-budget' | 'notices'

/** Who in this process listens for what. */
export type Signals = {
  /** Listeners must not throw. Answers a function that ends the listening. */
  onSignal: (topic: Topic, listener: () => void) => () => void
  emit: (topic: Topic) => void
}

export function openSignals(): Signals {
  const listening: Record<Topic, Set<() => void>> = {
    events: new Set(),
    deliveries: new Set(),
    timers: new Set(),
    jobs: new Set(),
    'sms-budget': new Set(),
    notices: new Set(),
  }
  return {
    onSignal: (topic, listener) => {
      listening[topic].add(listener)
      return () => void listening[topic].delete(listener)
    },
    emit: (topic) => {
      for (const listener of listening[topic]) listener()
    },
  }
}

/** A transaction as its work sees it, and what is to happen once it is committed. */
export function startTx(
  query: Kysely<Schema>,
  traits: DialectTraits,
  signals: Signals,
  spread: (news: readonly News[]) => void,
): { tx: Tx; committed: () => void } {
  const hooks: (() => void)[] = []
  const topics = new Set<Topic>()
  const news: News[] = []
  return {
    tx: {
      query,
      traits,
      onCommit: (hook) => hooks.push(hook),
      signal: (topic) => topics.add(topic),
      tell: (one) => news.push(one),
    },
    committed: () => {
      for (const hook of hooks) hook()
      for (const topic of topics) signals.emit(topic)
      if (news.length > 0) spread(news)
    },
  }
}
