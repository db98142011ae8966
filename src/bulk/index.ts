/** One change of many issues, and what it would do. */
export { bulkRoutes } from './routes.ts'
