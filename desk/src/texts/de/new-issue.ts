import type { Texts } from '../en'

export const newIssue: Texts['newIssue'] = {}
