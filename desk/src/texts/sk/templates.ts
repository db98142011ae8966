export { templates } from '../en/templates'
