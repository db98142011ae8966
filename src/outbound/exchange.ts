import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP, type LookupFunction, type Socket, type TcpNetConnectOpts } from 'node:net'
import { SECOND } from '../base/index.ts'
import { NO_ANSWER, type OutboundAnswer, OutboundFailure, type OutboundRequest } from './outbound.ts'

const MAX_HEADER_BYTES = 16 * 1024
/** Answers before the answer (status 1xx) that are listened to. */
const MOST_INFORMATION = 10
/** Of several addresses the next one is tried when one takes this long to connect. */
const ONE_AFTER_ANOTHER: Pick<TcpNetConnectOpts, 'autoSelectFamily' | 'autoSelectFamilyAttemptTimeout'> = {
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 2 * SECOND,
}

export type Exchange = Pick<OutboundRequest, 'headers' | 'body' | 'lastStep'> & {
  url: URL
  /** The URL's host without brackets and dot: whom the certificate must name. */
  host: string
  /** Answers the addresses that may be connected to. */
  lookup: LookupFunction
  /** Milliseconds for what comes after the status, and bytes of it. */
  limits: { body: number; bytes: number }
  /** Ends the exchange, with an OutboundFailure as its reason. */
  signal: AbortSignal
}

/**
 * One POST on a connection of its own, and its status. What comes after the status is read up to the limits, and
 * whatever becomes of it, the status counts.
 * @throws OutboundFailure, or whatever `lastStep` throws
 */
export function exchange(input: Exchange): Promise<OutboundAnswer> {
  const { url, host, body, lastStep, limits, signal } = input
  const isTls = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (isTls ? requestTls : requestPlain)({
      method: 'POST',
      host,
      port: url.port || (isTls ? 443 : 80),
      path: `${url.pathname}${url.search}`,
      headers: { ...input.headers, host: url.host, 'content-length': Buffer.byteLength(body) },
      // No connection is used twice: a kept one would be chosen by name, past the check of its addresses.
      agent: false,
      lookup: input.lookup,
      ...(isTls ? { servername: isIP(host) === 0 ? host : '' } : {}),
      maxHeaderSize: MAX_HEADER_BYTES,
      ...ONE_AFTER_ANOTHER,
    })
    let stage: 'connecting' | 'last-step' | 'sent' | 'over' = 'connecting'
    let failure: Error | null = null
    let answer: (() => void) | null = null
    let information = 0

    const end = (settle: () => void) => {
      if (stage === 'over') return
      stage = 'over'
      signal.removeEventListener('abort', onAbort)
      request.destroy()
      settle()
    }
    const fail = (error: Error) => {
      if (answer) return answer()
      failure ??= error
      // Whoever waits for its turn is waited for: a turn that came after the end would never be given back.
      if (stage !== 'last-step') end(() => reject(failure ?? error))
    }
    const onAbort = () => fail(reasonOf(signal))
    const onConnected = () => {
      stage = 'last-step'
      Promise.resolve(lastStep?.()).then(
        () => {
          const came = failure
          if (came) return end(() => reject(came))
          stage = 'sent'
          request.end(body)
        },
        (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
      )
    }
    const onResponse = (response: IncomingMessage) => {
      const { statusCode: status = 0 } = response
      if (stage !== 'sent') return fail(malformed())
      const rest = setTimeout(() => answer?.(), limits.body)
      answer = () => {
        clearTimeout(rest)
        end(() => resolve({ status }))
      }
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > limits.bytes) answer?.()
      })
      for (const over of ['end', 'close', 'error']) response.once(over, answer)
    }

    request.on('socket', (socket: Socket) => socket.once(isTls ? 'secureConnect' : 'connect', onConnected))
    request.on('response', onResponse)
    request.on('information', () => {
      if (++information > MOST_INFORMATION) fail(malformed())
    })
    request.on('error', (error) => fail(failureOf(error)))
    request.on('close', () => fail(failureOf(new Error('closed'))))
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
  })
}

function malformed(cause?: unknown): OutboundFailure {
  return new OutboundFailure('malformed', NO_ANSWER, cause)
}

function failureOf(error: Error): OutboundFailure {
  if (error instanceof OutboundFailure) return error
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('HPE_') ? malformed(error) : new OutboundFailure('unreachable', NO_ANSWER, error)
}

function reasonOf({ reason }: AbortSignal): OutboundFailure {
  return reason instanceof OutboundFailure ? reason : new OutboundFailure('unreachable', NO_ANSWER, reason)
}
