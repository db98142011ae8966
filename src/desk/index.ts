export { type DeskFiles, openDesk } from './desk-files.ts'
export { deskRoutes } from './routes.ts'
