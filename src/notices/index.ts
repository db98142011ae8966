export { noticeRoutes } from './routes.ts'
export { tellHandler } from './tell-handler.ts'
export { openWorkNotices } from './work-notices.ts'
