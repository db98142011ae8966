export const audit = {
  title: '',
}
export type AuditTexts = typeof audit
