export const issuePage = {}
