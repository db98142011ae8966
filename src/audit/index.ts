export { type AuditLine, findAudit } from './queries.ts'
export { auditRoutes } from './routes.ts'
export { type AuditEntry, recordAudit } from './record-audit.ts'
