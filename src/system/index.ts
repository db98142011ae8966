export type { Surroundings } from './read-system.ts'
export { systemRoutes } from './routes.ts'
