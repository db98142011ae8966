export { type ByVersion, openByVersion } from './by-version.ts'
export {
  beginConfigurationChange,
  type Configuration,
  type ConfigurationCache,
  configurationWithin,
  holdConfiguration,
  type IssueType,
  loadConfiguration,
  openConfiguration,
} from './configuration.ts'
export { calendarBodySchema, calendarRoutes } from './calendar-routes.ts'
export { companyLogoId, setCompanyLogo } from './company-logo.ts'
export { companyLogoRoutes } from './company-logo-routes.ts'
export { companyRoutes, companySchema } from './company-routes.ts'
export { formulaKind } from './computed-fields.ts'
export type { Ctx } from './context.ts'
export { assetRoutes } from './asset-routes.ts'
export { type FieldIndex, insertField } from './edit-fields.ts'
export { fieldRoutes } from './field-routes.ts'
export { evaluateFormula, FORMULA_RESULTS, type FormulaValue } from './formula.ts'
export {
  type DeadlineRule,
  deadlineRuleFor,
  LAWS,
  plainDeadlineRule,
  SILENCES,
  type Until,
} from './deadline-rule.ts'
export { deadlinesBodySchema } from './deadline-schemas.ts'
export { DEADLINES_JOB, setDeadlines, TIMERS_JOB } from './edit-deadlines.ts'
export { insertIssueType } from './edit-issue-types.ts'
export { exampleNumber, makeNumber, numberPatternWarnings, usesSequence } from './number-pattern.ts'
export { type Cleaned, cleanSettings, saveStatusPage, type StatusPageChanges } from './edit-status-page.ts'
export { checkView } from './edit-views.ts'
export { addPageAsset, MAX_ASSET_BYTES, pageAssetId, readPageAsset } from './page-assets.ts'
export {
  calendarKeySchema,
  fieldBodySchema,
  issueTypeBodySchema,
  numberSeriesBodySchema,
  removalSchema,
  statusPageBodySchema,
  stepsBodySchema,
  viewBodySchema,
} from './schemas.ts'
export { languageRoutes } from './language-routes.ts'
export { issueTypeRoutes } from './routes.ts'
export { STAGE_NAMES } from './stage-names.ts'
export {
  type RestoreInput,
  restoreCalendar,
  restoreCompany,
  restoreField,
  restoreIssueType,
  valid,
} from './restore-part.ts'
export { statusUrl } from './status-url.ts'
export {
  type Address,
  BUILT_IN_FIELDS,
  type BuiltInField,
  type Field,
  FIELD_TYPES,
  type FieldOption,
  type FieldType,
  type Link,
  type Money,
  type StoredValue,
  type StoredValues,
  type ViewField,
  type ViewName,
  VIEWS,
} from './field.ts'
export {
  plainStatusPage,
  type StatusPageSettings,
  type Verification,
  VERIFICATIONS,
} from './status-page-settings.ts'
export {
  CATEGORIES,
  type Category,
  type Outcome,
  plainStep,
  type Stage,
  STAGES,
  type Step,
  type Transition,
  type Turn,
  TURNS,
} from './step.ts'
