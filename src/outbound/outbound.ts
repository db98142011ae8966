/** A POST to somebody outside. */
export type OutboundRequest = {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Awaited right before the step after which the other side can have taken the body; a throw leaves it unsent. */
  lastStep?: () => Promise<void>
  /**
   * That an operator named this very address in the settings: its scheme, port and addresses are then not questioned.
   */
  isNamedBySettings?: boolean
}

/** What came back, as far as it is anybody's business: `status` is the HTTP status, bodies are never kept. */
export type OutboundAnswer = { status: number }

/** The one way by which this system calls others over HTTP. */
export type Outbound = {
  /** @throws OutboundFailure, or whatever `lastStep` throws */
  post: (request: OutboundRequest) => Promise<OutboundAnswer>
  close: () => Promise<void>
}

/** Nothing came back that could be trusted. */
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
