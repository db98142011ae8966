import type { Texts } from '../en'

export const notices: Texts['notices'] = {}
