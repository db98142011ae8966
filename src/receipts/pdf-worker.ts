import { parentPort } from 'node:worker_threads'
import type { PdfAnswer } from './pdf-thread.ts'
import { makePdf } from './receipt-pdf.ts'
import type { Receipt } from './receipt.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
const tell = (answer: PdfAnswer) => parentPort?.postMessage(answer)

parentPort?.on('message', ({ id, receipt }: { id: number; receipt: Receipt }) => {
  makePdf(receipt).then(
    (bytes) => tell({ id, bytes }),
    (error: unknown) => tell({ id, problem: String(error) }),
  )
})
