/** Work that walks over many issues, a batch at a time. Instants are UTC milliseconds. */
export type Job = {
  id: string
  kind: string
  /** All types where it is `null`. */
  typeId: string | null
  /** Issues looked at, and how many there were to look at when it began. */
  done: number
  total: number
  /** Of those looked at: which got something else, and which could not be worked on. */
  changed: number
  failed: number
  createdAt: number
  finishedAt: number | null
}

/** A job as the API answers it, where its type is known by its key already. */
export function representJob(job: Job) {
  return {
    state: job.finishedAt === null ? ('running' as const) : ('finished' as const),
    done: job.done,
    total: job.total,
    changed: job.changed,
    failed: job.failed,
    started: new Date(job.createdAt).toISOString(),
    finished: job.finishedAt === null ? null : new Date(job.finishedAt).toISOString(),
  }
}
