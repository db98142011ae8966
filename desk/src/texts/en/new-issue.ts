export const newIssue = {}
