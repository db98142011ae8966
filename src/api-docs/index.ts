export { commandOf, EXAMPLES, type Example } from './examples.ts'
export { PURPOSES } from './purposes.ts'
export { apiDocsRoutes } from './routes.ts'
