import type { Texts } from '../en'

export const issueList: Texts['issueList'] = {}
