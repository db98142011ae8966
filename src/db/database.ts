import type { CompiledQuery, Kysely } from 'kysely'
import type { Topic } from './after-commit.ts'
import type { DialectTraits } from './dialects.ts'
import type { News, NewsListener } from './news.ts'
import type { Schema } from './schema.ts'

/** Queries inside an open transaction. */
export type Tx = {
  query: Kysely<Schema>
  traits: DialectTraits
  /** Runs after the commit, in order; not at all after a rollback. */
  onCommit: (hook: () => void) => void
  /** Wakes this process's listeners of a topic after the commit, once however often it is called. */
  signal: (topic: Topic) => void
  /** Tells every process on this store what happened, after the commit; not at all after a rollback. */
  tell: (news: News) => void
}

export type CommitOptions = {
  /**
   * What the commit has to outlive. `power-cut`, as without it: it is on the disk. `kill`: it is with the operating system
   * or the database server, waits for no disk, and stays when the process ends, but may be lost when the machine does.
   */
  outlives?: 'power-cut' | 'kill'
  /** Nobody waits for its answer: on SQLite, where transactions queue, those that somebody waits for go first. */
  isBackground?: boolean
}

/** The store. Reads never wait for an open transaction; `transaction` is the only way to write. */
export type Database = {
  traits: DialectTraits
  read: Kysely<Schema>
  /**
   * Runs `work` in one transaction and answers once it is committed and synced (unless `options` ask for less). A throw
   * rolls all of it back and is passed on. `work` must await nothing but statements, and may run again when the store
   * was busy.
   * @throws Refusal `unavailable` when the store cannot be reached or written.
   */
  transaction: <T>(work: (tx: Tx) => Promise<T>, options?: CommitOptions) => Promise<T>
  /** A read that is compiled once and run often; parameters in the order of the compiled query's own. */
  hot: <Row>(compiled: CompiledQuery<Row>) => (parameters: readonly unknown[]) => Promise<Row[]>
  /**
   * Calls a listener after each commit that signalled the topic, in this process alone; what other processes commit is
   * found by looking. A listener must not throw. Answers a function that ends the listening.
   */
  onSignal: (topic: Topic, listener: () => void) => () => void
  /** Tells every process on this store what is not written down, like who looks at an issue. */
  tell: (news: News) => void
  /**
   * Hears what this and other processes tell, from now on. A listener must not throw. Answers a function that ends the
   * listening.
   */
  onNews: (listener: NewsListener) => () => void
  /** Resolves when the store answers. */
  ping: () => Promise<void>
  close: () => Promise<void>
}

/** Called with every SQL statement but those that only begin or end a transaction; for tests and debugging. */
export type StatementListener = (sql: string) => void

/** The same store inside an open transaction: what it is given to do becomes part of it, and reads see what it did. */
export function joined(db: Database, tx: Tx): Database {
  return { ...db, read: tx.query, transaction: (work) => work(tx) }
}
