import type { Texts } from '../en'

export const issuePage: Texts['issuePage'] = {}
