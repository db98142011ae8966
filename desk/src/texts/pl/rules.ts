export { rules } from '../en/rules'
