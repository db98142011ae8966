export const issueList = {}
