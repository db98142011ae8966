/** Who does something. `id` is the system's id of a token, user or rule; names are for the history that handlers read. */
export type Actor = { kind: 'token' | 'user' | 'customer' | 'rule' | 'system'; id: string; name: string }

export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Reklamator' }
