import type { AuditTexts } from '../en/audit'

export const audit: AuditTexts = {
  title: '',
}
