import { parentPort, workerData } from 'node:worker_threads'
import { makePdf } from './files.ts'
import type { PdfSubject } from './types.ts'

// Only `makeFiles` starts this, with the subjects in a list.
for (const subject of workerData as PdfSubject[]) {
  const bytes = await makePdf(subject)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  parentPort?.postMessage(bytes)
}
