// Writes the types of the API that the desk is checked against: desk/src/api/schema.d.ts, from the OpenAPI document.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { createApp } from '../src/app.ts'
import { migrateSqlite, openSqliteDatabase } from '../src/db/index.ts'
import { openCapturedMail } from '../src/deliveries/index.ts'
import { openFileFolder } from '../src/files/index.ts'
import { openOutbound } from '../src/outbound/index.ts'

const target = new URL('../desk/src/api/schema.d.ts', import.meta.url)
const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-api-'))
try {
  await migrateSqlite(dataDir)
  const db = openSqliteDatabase(dataDir)
  const outbound = openOutbound({
    settings: { internal: { addresses: new BlockList(), names: new Set() }, ports: new Set(), http: false },
  })
  const { app } = await createApp({
    db,
    files: openFileFolder(dataDir),
    capturedMail: openCapturedMail(dataDir),
    outbound,
    settings: {
      baseUrl: 'http://localhost:3000',
      defaultLocale: 'en',
      defaultCountry: 'CZ',
      timeZone: 'Europe/Prague',
      sms: { countries: ['CZ'], dailyBudget: 500 },
    },
    smsGateway: null,
    mailIsCaptured: true,
    surroundings: { dataDir, smtpHost: null },
    desk: null,
    trustedProxies: new BlockList(),
    secret: 'types need no secret, but the app needs one of 32 bytes',
    clock: Date.now,
    log: () => {},
  })
  const document = JSON.stringify(app.swagger())
  const types = astToString(await openapiTypescript(document, { alphabetize: true }))
  if (readOr(target) !== types) writeFileSync(target, types)
  await app.close()
  await outbound.close()
  await db.close()
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

function readOr(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
