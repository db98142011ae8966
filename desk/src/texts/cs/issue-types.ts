import type { IssueTypesTexts } from '../en/issue-types'

export const issueTypes: IssueTypesTexts = {
  title: '',
}
