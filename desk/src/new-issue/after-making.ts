import { useSyncExternalStore } from 'react'

/** Something that is done once the issue is there: a file that is sent, a link that is made. */
export type Task = {
  id: string
  name: string
  state: 'waiting' | 'working' | 'done' | 'failed'
  /** From 0 to 1. */
  progress: number
  problem: unknown
}
type Work = (tell: (progress: number) => void) => Promise<unknown>
export type Errand = { id: string; name: string; work: Work }

const NONE: readonly Task[] = []
const errands = new Map<string, readonly Errand[]>()
const tasks = new Map<string, readonly Task[]>()
const listeners = new Set<() => void>()

/** Runs what is to be done for an issue, one after the other, whichever screen is shown. What fails stays, to try again. */
export function startErrands(number: string, list: readonly Errand[]): void {
  errands.set(number, list)
  tell(
    number,
    list.map(({ id, name }) => ({ id, name, state: 'waiting', progress: 0, problem: null })),
  )
  void runAll(number)
}

/** Tries those again that failed. */
export function retryErrands(number: string): void {
  const failed = (task: Task): Task =>
    task.state === 'failed' ? { ...task, state: 'waiting', progress: 0, problem: null } : task
  tell(number, (tasks.get(number) ?? NONE).map(failed))
  void runAll(number)
}

export function useErrands(number: string): readonly Task[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => tasks.get(number) ?? NONE,
  )
}

async function runAll(number: string): Promise<void> {
  window.addEventListener('beforeunload', stay)
  for (const { id, work } of errands.get(number) ?? []) {
    if (tasks.get(number)?.find((task) => task.id === id)?.state !== 'waiting') continue
    change(number, id, { state: 'working' })
    try {
      await work((progress) => change(number, id, { progress }))
      change(number, id, { state: 'done', progress: 1 })
    } catch (problem) {
      change(number, id, { state: 'failed', problem })
    }
  }
  window.removeEventListener('beforeunload', stay)
}

/** Whoever closes the tab amid it is asked first. */
function stay(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function change(number: string, id: string, part: Partial<Task>): void {
  tell(
    number,
    (tasks.get(number) ?? NONE).map((task) => (task.id === id ? { ...task, ...part } : task)),
  )
}

function tell(number: string, next: readonly Task[]): void {
  tasks.set(number, next)
  for (const listener of listeners) listener()
}
