export { checkTemplate } from './check-template.ts'
export { compose } from './compose.ts'
