export { type Attachment, attachFile, findAttachment, isAttached } from './attach-file.ts'
export { attachmentRoutes } from './attachment-routes.ts'
export { computedValues } from './computed-values.ts'
export { type Contact, phoneKey } from './contact.ts'
export { accountEnd, type Format, formatFor, formatPhone } from './format.ts'
export { filterOf } from './filter-from-query.ts'
export { findIssues } from './find-issues.ts'
export { type Issue, issueFromRow } from './issue.ts'
export { byHand, DEADLINE_STATES, isDeadlineState } from './deadline.ts'
export { daysLeft } from './represent.ts'
export { editIssue } from './edit-issue.ts'
export { extendDeadline } from './extend-deadline.ts'
export { linkKeyRoutes } from './link-key-routes.ts'
export {
  LINK_KEY,
  makeStatusLink,
  type LinkKeyHolder,
  noteLinkKeyUse,
  openLinkKeys,
} from './link-keys.ts'
export { moveIssue } from './move-issue.ts'
export { foldNumber } from './number.ts'
export { fingerprintOf, keyOf, once, partKey, sendAnswer, sweepAnswers } from './once.ts'
export { openIssue } from './open-issue.ts'
export { type PublicPosition, publicPosition, type Trail } from './progress.ts'
export { recomputingDeadlines } from './recompute-deadlines.ts'
export { fieldIndex, holdIssue, holdIssueById, readIssue, typeOf } from './queries.ts'
export { type Author, MAX_MESSAGE_LENGTH, type Message, replyToIssue } from './reply-to-issue.ts'
export { representMessage } from './represent.ts'
export { authorSchema, messageSchema } from './schemas.ts'
export { issueRoutes } from './routes.ts'
export { userTraces } from './user-traces.ts'
export { checkValue, CURRENCIES, fold } from './values.ts'
