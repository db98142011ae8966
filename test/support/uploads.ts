import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestApp } from './app.ts'
import { type Reply, replyOf } from './calls.ts'

type Part = { name: string; value: string } | { name: string; filename: string; bytes: Buffer | string }

export const BOUNDARY = 'test-boundary'

/** A multipart body, its parts in the given order. */
export function multipart(parts: readonly Part[]): Buffer {
  const chunks = parts.flatMap((part) => {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${part.name}"`
    return 'value' in part
      ? [Buffer.from(`${head}\r\n\r\n${part.value}\r\n`)]
      : [
          Buffer.from(
            `${head}; filename="${part.filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
          ),
          Buffer.from(part.bytes),
          Buffer.from('\r\n'),
        ]
  })
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

/** Sends parts to an address after `/api/v1`. */
export async function upload(
  app: TestApp,
  url: string,
  parts: readonly Part[],
  headers: Record<string, string> = {},
  method: 'POST' | 'PUT' = 'POST',
): Promise<Reply> {
  const response = await app.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      authorization: `Bearer ${app.tokens.admin}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...headers,
    },
    payload: multipart(parts),
  })
  return replyOf(app, method, `/api/v1${url}`, response)
}

/** The files that lie on the disk: kept ones, and ones that are being received. */
export function filesOnDisk(app: TestApp): { kept: string[]; incoming: string[] } {
  const list = (folder: string) =>
    readdirSync(join(app.dataDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
  return { kept: list('files'), incoming: list('incoming') }
}
