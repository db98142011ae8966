import type { Outgoing } from './delivery.ts'

/** A way out of the house. */
export type Channel = {
  /**
   * Hands a message over to whoever carries it on, and answers once they have taken it.
   * @param lastStep awaited right before the step after which the message can have been taken without our knowing. It
   *   throws where that step must not be made any more; the channel passes this on and leaves the message unsent.
   * @throws SendFailure
   */
  send: (message: Outgoing, lastStep: () => Promise<void>) => Promise<void>
  /** Recipients that are left alone for now: what waits for them keeps its attempts. */
  resting?: () => readonly string[]
  /** Takes back what a channel keeps by itself, of a message whose issue was erased while it was sent. */
  forget?: (message: Outgoing) => Promise<void>
  close: () => Promise<void>
}

/** A message was not taken; the text says why, for people who look at the delivery. */
export class SendFailure extends Error {
  /** No further attempt would end otherwise. */
  readonly permanent: boolean
  /** What the log may tell: a status or an error code, nothing of the message. */
  readonly code: string

  constructor(reason: string, more: { permanent?: boolean; code: string; cause?: unknown }) {
    super(reason, { cause: more.cause })
    this.permanent = more.permanent ?? false
    this.code = more.code
  }
}
