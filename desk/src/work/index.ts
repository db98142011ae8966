export { DeadlineChip } from './deadline-chip'
export { issuePath } from './issue-path'
export { KeyHint } from './key-hint'
export { type Key, keysAreOn, keysShown, switchKeys, useKeys, useKeysAreOn } from './keys'
export { MoneyInput } from './money-input'
export { StepChip, StepMark } from './step-chip'
export { ValueInput, type ValueInputProps } from './value-input'
export { offerUndo } from './undo-toast'
export { useValueText } from './value-text'
export { lastOpened, neighbours, rememberOpened, rememberWalk, type Walk, walkNow } from './walk'
export {
  customerTemplates,
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
