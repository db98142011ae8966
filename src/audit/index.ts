export { type AuditVerdict, chainAudit, verifyAudit } from './chain.ts'
export { auditRoutes } from './routes.ts'
export { type AuditLine, findAuditOf, readAuditLine } from './queries.ts'
export { type AuditEntry, recordAudit } from './record-audit.ts'
