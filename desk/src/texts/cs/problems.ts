export { problems } from '../en/problems'
