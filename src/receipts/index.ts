/** The written confirmation that a customer gets when an issue is taken in: to print, and to keep. */
export { receiptRoutes } from './routes.ts'
