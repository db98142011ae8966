/** Figures about all issues: what is open, how old it is, who has it, and how long decisions take. */
export { overviewRoutes } from './routes.ts'
