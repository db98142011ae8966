export { DeadlineChip, type Nearness, nearnessOf } from './deadline-chip'
export { issuePath } from './issue-path'
export { type Key, keysAreOn, keysShown, switchKeys, useKeys } from './keys'
export { StepChip } from './step-chip'
export { useValueText } from './value-text'
export { lastOpened, neighbours, rememberOpened, rememberWalk } from './walk'
export {
  type Issue,
  useNames,
  useWorkplace,
  type WorkField,
  type Workplace,
  workplaceQuery,
  type WorkStep,
  type WorkType,
  type WorkUser,
} from './workplace'
