/** A POST to somebody outside. */
export type OutboundRequest = {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Awaited right before the step after which the other side can have taken the body; a throw leaves it unsent. */
  lastStep?: (() => Promise<void>) | undefined
  /** Milliseconds that the call may take, where that is less than any call may. */
  within?: number | undefined
  /**
   * That an operator named this very address in the settings: its scheme, port and addresses are then not questioned.
   */
  isNamedBySettings?: boolean | undefined
}

/** What came back, as far as it is anybody's business: `status` is the HTTP status, bodies are never kept. */
export type OutboundAnswer = { status: number }

/** The one way by which this system calls others over HTTP. */
export type Outbound = {
  /**
   * Why an address may not be called, as far as that can be told without looking its name up, in words for whoever
   * entered it; `null` where nothing speaks against it. Each call checks again.
   */
  urlProblem: (url: string) => string | null
  /** @throws OutboundFailure, or whatever `lastStep` throws */
  post: (request: OutboundRequest) => Promise<OutboundAnswer>
  close: () => Promise<void>
}

/** What is told where nothing came back; the same whether a port is closed, silent or speaks something else. */
export const NO_ANSWER = 'no answer came'

/** Nothing came back that could be trusted; the text may be shown to whoever entered the address. */
export class OutboundFailure extends Error {
  /**
   * `refused`: the address may not be called, and no connection was tried. `unreachable`: no answer came.
   * `too-long`: no answer came in time. `malformed`: what came was no answer, or too much.
   */
  readonly code: 'refused' | 'unreachable' | 'too-long' | 'malformed'

  constructor(code: OutboundFailure['code'], reason: string, cause?: unknown) {
    super(reason, { cause })
    this.code = code
  }
}
