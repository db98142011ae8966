import type { StarterType } from '../starter-type.ts'
import { REPAIR } from './repair.ts'
import { RETURN } from './return.ts'
import { SERVICE } from './service.ts'
import { WARRANTY } from './warranty.ts'

/** The issue types of a new installation, in the order of the desk. */
export const STARTER_TYPES: readonly StarterType[] = [WARRANTY, RETURN, REPAIR, SERVICE]
