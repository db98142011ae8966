import { type Outbound, OutboundFailure, signatureHeaders } from '../outbound/index.ts'

/** What an endpoint made of a call, as far as anybody is told. */
export type Reply = {
  /**
   * `delivered`: a status of 2xx. `refused`: the address may not be called, and nobody was. `failed`: another status, or
   * no answer.
   */
  outcome: 'delivered' | 'refused' | 'failed'
  /** Like `4xx`; `null` where no answer came. */
  statusClass: string | null
  /** Milliseconds until the answer came; `null` where none did. */
  duration: number | null
  /** For people; `null` where it was delivered. */
  reason: string | null
  /** For the log, and for whoever goes by it: a status, or the code of an OutboundFailure. */
  code: string
}

/** Makes one signed call as Standard Webhooks says. */
export async function callEndpoint(
  outbound: Outbound,
  call: {
    url: string
    /** The same at every attempt. */
    id: string
    body: string
    secrets: readonly string[]
    /** Of this attempt, UTC milliseconds. */
    at: number
    lastStep?: () => Promise<void>
    within?: number
  },
): Promise<Reply> {
  const { url, body, lastStep, within } = call
  const began = performance.now()
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Reklamator',
    ...signatureHeaders(call),
  }
  try {
    const { status } = await outbound.post({ url, headers, body, lastStep, within })
    const statusClass = `${Math.floor(status / 100)}xx`
    const isTaken = statusClass === '2xx'
    return {
      outcome: isTaken ? 'delivered' : 'failed',
      statusClass,
      duration: Math.round(performance.now() - began),
      reason: isTaken ? null : `the endpoint answered ${statusClass}`,
      code: String(status),
    }
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error
    const isRefused = error.code === 'refused'
    return {
      outcome: isRefused ? 'refused' : 'failed',
      statusClass: null,
      duration: null,
      reason: isRefused ? `its address may not be called: ${error.message}` : error.message,
      code: error.code,
    }
  }
}
