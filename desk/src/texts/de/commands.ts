import type { Texts } from '../en'

export const commands: Texts['commands'] = {}
