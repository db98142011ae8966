export { parseJson } from './bodies.ts'
export { cookieValue } from './cookies.ts'
export { clientAddress } from './guards.ts'
export { problemOf, problems, problemSchema, sendProblem } from './problem.ts'
export { contentDisposition } from './disposition.ts'
export { type App, createServer, type ServerOptions } from './server.ts'
export {
  type AllowOptions,
  type Guard,
  type GuardHook,
  type Permission,
  PERMISSIONS,
  refuseOtherMediaTypes,
  scopeFor,
  type Scope,
  SCOPES,
  sendTagged,
} from './api.ts'
export { keyPageQuerySchema, limitSchema, listSchema, pageOf, pageOfAll, pageQuerySchema } from './lists.ts'
export { OPEN, openApi, SIGNED } from './openapi.ts'
export { keepRawBody, rawBodyOf } from './raw-body.ts'
export { readUpload } from './multipart.ts'
export { noContent, type Resource, resourceRoutes, type Tagged, tagged } from './resource.ts'
export { namingAll, type Sound, validate } from './wrong-members.ts'
