export { type Difference, differencesOf } from './differences.ts'
export { versionRoutes } from './routes.ts'
