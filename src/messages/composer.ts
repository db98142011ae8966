export { checkTemplate } from './check-template.ts'
export { compose } from './compose.ts'
export { sizesByLocale } from './compose-text.ts'
export { FILTERS } from './filters.ts'
