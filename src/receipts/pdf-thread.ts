import { Worker } from 'node:worker_threads'
import type { Receipt } from './receipt.ts'

/** What the thread answers, by the number of the question. */
export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; problem: string }

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void }

const IDLE = 60_000

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/**
 * Makes the document in a thread beside: it takes a good part of a second, in which this one answers others. The thread
 * ends when nobody asked for a minute.
 */
export function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  clearTimeout(idle)
  thread ??= startThread()
  const id = ++asked
  waiting.set(id, { resolve, reject })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  thread.postMessage({ id, receipt })
  return promise
}

function startThread(): Worker {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  worker.unref()
  worker.on('message', (answer: PdfAnswer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if ('bytes' in answer) resolve?.(Buffer.from(answer.bytes))
    else reject?.(new Error(answer.problem))
    if (waiting.size === 0) idle = setTimeout(() => endThread(worker), IDLE).unref()
  })
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => {
    // One that was let go may end while the next is at work.
    if (thread !== worker) return
    thread = null
    failAll(new Error('the thread that makes documents has ended'))
  })
  return worker
}

function endThread(worker: Worker): void {
  thread = null
  void worker.terminate()
}

function failAll(error: Error): void {
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
