/** Lists of issues that people keep by a name, for themselves or for all. */
export { forgetConditions } from './forget-conditions.ts'
export { savedViewRoutes } from './routes.ts'
export { sweepSavedViews } from './saved-view-rows.ts'
