export { type Company, NO_COMPANY } from './company.ts'
