export { LostMark } from './lost-mark'
export { Presence } from './presence'
export { useLive } from './use-live'
export { type PresenceState, usePresence } from './use-presence'
