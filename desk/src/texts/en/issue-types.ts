export const issueTypes = {
  title: '',
}
export type IssueTypesTexts = typeof issueTypes
