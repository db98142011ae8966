import { z } from 'zod'
import { type App, type Guard, problems } from '../http/index.ts'
import { readSystem, type SystemDeps } from './read-system.ts'

const bytes = z.int()
const instant = z.iso.datetime().nullable()
const systemSchema = z.object({
  version: z.string(),
  node: z.string(),
  baseUrl: z.string(),
  timeZone: z.string(),
  now: z.iso.datetime(),
  uptimeSeconds: z.int(),
  memory: z.object({ residentBytes: bytes, heapUsedBytes: bytes }).describe('Of the process that answers'),
  store: z.object({
    kind: z.enum(['sqlite', 'postgres']),
    version: z.string(),
    bytes,
    migrations: z.array(z.string()),
  }),
  dataFolder: z
    .object({ totalBytes: bytes, freeBytes: bytes })
    .nullable()
    .describe('The disk of the data folder; null where it is not told'),
  work: z
    .object({
      oldestDueEvent: instant,
      oldestDueDelivery: instant,
      oldestDueTimer: instant,
      runningJobs: z.int(),
    })
    .describe('Since when the oldest work of a kind is due; null where nothing waits'),
  mail: z.object({
    smtpHost: z.string().nullable().describe('null where mail is captured'),
    lastSent: instant,
    lastFailed: instant,
  }),
  textMessages: z.object({
    isConfigured: z.boolean().describe('Whether a gateway is named; without one they are captured'),
    today: z.object({ segments: z.int(), budget: z.int(), alarm: z.enum(['near', 'spent']).nullable() }),
  }),
  deliveries: z.object({ pending: z.int(), sent: z.int(), failed: z.int(), dead: z.int() }),
})

/** `/system`: how the installation stands. */
export function systemRoutes(app: App, { guard, ...deps }: SystemDeps & { guard: Guard }): void {
  app.get(
    '/system',
    {
      onRequest: guard.allow('system'),
      schema: { tags: ['System'], response: { 200: systemSchema, ...problems() } },
    },
    () => readSystem(deps),
  )
}
