export type { PageContext } from './context.ts'
export type { CustomerSessions } from './customer-sessions.ts'
export { answerWithPage } from './error-pages.ts'
export { statusPageRoutes } from './routes.ts'
