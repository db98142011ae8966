export { auditRoutes } from './routes.ts'
export { type AuditEntry, recordAudit } from './record-audit.ts'
