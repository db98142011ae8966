import { Refusal } from '../base/index.ts'

export function untouchable(): Refusal {
  return new Refusal('forbidden', 'Owners are made, changed and ended by owners alone.')
}

export function inactiveUser(): Refusal {
  return new Refusal('conflict', 'The user is not active; set "active" to true first.')
}
