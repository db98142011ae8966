/**
 * What a person is asked amid a request: to sign in again, to confirm that it is them, or to set up an authenticator.
 * Answers whether they did.
 */
export type Gates = {
  signIn: () => Promise<boolean>
  confirm: () => Promise<boolean>
  authenticator: () => Promise<boolean>
}

let gates: Gates | null = null
const asked: { [Gate in keyof Gates]?: Promise<boolean> } = {}

/** Registers who asks; answers a function that takes it back. */
export function openGates(next: Gates): () => void {
  gates = next
  return () => {
    if (gates === next) gates = null
  }
}

/** Asks once, however many requests wait for it at the same time. */
export function passGate(which: keyof Gates): Promise<boolean> {
  const ask = gates?.[which]
  if (!ask) return Promise.resolve(false)
  asked[which] ??= ask().finally(() => {
    delete asked[which]
  })
  return asked[which]
}
