/** What somebody who works on issues has to know of the configuration, in one answer. */
export { workplaceRoutes } from './routes.ts'
