export { DeadlineChip, type Nearness, nearnessOf } from './deadline-chip'
export { issuePath } from './issue-path'
export { KeyHint } from './key-hint'
export { type Key, keysAreOn, keysShown, switchKeys, useKeys, useKeysAreOn } from './keys'
export { MoneyInput } from './money-input'
export { StepChip } from './step-chip'
export { ValueInput, type ValueInputProps } from './value-input'
export { useValueText } from './value-text'
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
