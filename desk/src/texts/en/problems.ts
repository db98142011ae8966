import { speaker } from '../speak'
import { sentences } from './sentences'

/** Sentences of the API that the desk says in its own way; English ones are the API's own. */
const byCode: Readonly<Record<string, string>> = {
  offline: 'The server does not answer. Check the connection and try again; what you wrote is still here.',
  forbidden: 'Your role does not allow this.',
  'confirmation-needed': 'Not done: your password was not confirmed.',
  unauthenticated: 'Your session has ended. Sign in again.',
  'authenticator-needed': 'Set up an authenticator first.',
  'cross-site': 'Somebody else is signed in here now. Load the page anew.',
  'version-conflict': 'Somebody else changed this meanwhile. Load the page anew and look at it first.',
  'too-many-requests': 'Too many requests. Wait a little, and try again.',
  unavailable: 'The store cannot be reached right now. Try again in a moment.',
  internal: 'Something went wrong on our side. Try again; the log of the server says more.',
}

export const problems = {
  unexpected: 'Something unexpected happened. Try again.',
  byCode,
  message: speaker(sentences),
}
export type ProblemTexts = typeof problems
