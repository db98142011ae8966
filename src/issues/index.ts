export { type Attachment, attachFile, findAttachment, isAttached } from './attach-file.ts'
export { attachmentRoutes } from './attachment-routes.ts'
export { computedValues } from './computed-values.ts'
export { type Contact, emailKey, phoneKey } from './contact.ts'
export { type Issue, issueFromRow } from './issue.ts'
export { linkKeyRoutes } from './link-key-routes.ts'
export {
  LINK_KEY,
  type LinkKeyHolder,
  noteLinkKeyUse,
  openLinkKeys,
} from './link-keys.ts'
export { moveIssue } from './move-issue.ts'
export { foldNumber } from './number.ts'
export { sweepAnswers } from './once.ts'
export { openIssue } from './open-issue.ts'
export { type PublicPosition, publicPosition, type Trail } from './progress.ts'
export { fieldIndex, readIssue } from './queries.ts'
export { type Author, replyToIssue } from './reply-to-issue.ts'
export { issueRoutes } from './routes.ts'
