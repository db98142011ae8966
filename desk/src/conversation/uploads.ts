import { useSyncExternalStore } from 'react'
import { passGate } from '../api/gates'
import { Problem, problemFrom } from '../api/problem'
import { sessionNow } from '../api/session'
import { newKey } from './parts'
import { fileUrl } from './thumbnail'

/** A file on its way to an issue. */
export type Upload = {
  id: string
  file: File
  /** Of 1. */
  progress: number
  state: 'waiting' | 'running' | 'failed'
  error: unknown
}

/** How many leave at the same time. */
const LANES = 3
const NONE: readonly Upload[] = []

const byIssue = new Map<string, readonly Upload[]>()
const running = new Map<string, XMLHttpRequest>()
const listeners = new Set<() => void>()

/** The files that are on their way to an issue; they go on while one looks at another screen. */
export function useUploads(number: string): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => byIssue.get(number) ?? NONE,
  )
}

/** Sends files to an issue, at first for handlers only. `done` is called as each has arrived. */
export function startUploads(number: string, files: Iterable<File>, done: () => void): void {
  const more = [...files].map((file) => ({
    id: newKey(),
    file,
    progress: 0,
    state: 'waiting' as const,
    error: null,
  }))
  set(number, [...(byIssue.get(number) ?? NONE), ...more])
  pump(number, done)
}

export function stopUpload(number: string, id: string, done: () => void): void {
  running.get(id)?.abort()
  running.delete(id)
  set(
    number,
    (byIssue.get(number) ?? NONE).filter((upload) => upload.id !== id),
  )
  pump(number, done)
}

export function tryAgain(number: string, id: string, done: () => void): void {
  change(number, id, { state: 'waiting', error: null, progress: 0 })
  pump(number, done)
}

function pump(number: string, done: () => void): void {
  const uploads = byIssue.get(number) ?? NONE
  const free = LANES - uploads.filter(({ state }) => state === 'running').length
  for (const upload of uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free)))
    void run(number, upload, done)
}

async function run(number: string, { id, file }: Upload, done: () => void): Promise<void> {
  change(number, id, { state: 'running' })
  try {
    await send(number, id, file)
    set(
      number,
      (byIssue.get(number) ?? NONE).filter((upload) => upload.id !== id),
    )
    done()
  } catch (error) {
    change(number, id, { state: 'failed', error })
  } finally {
    running.delete(id)
  }
  pump(number, done)
}

/** By the one means of browsers that tells how far an upload has come. The same upload twice attaches once. */
async function send(number: string, id: string, file: File): Promise<void> {
  const { status, body } = await post(number, id, file)
  if (status === 401 && (await passGate('signIn'))) return send(number, id, file)
  if (status !== 201) throw problemFrom(status, body)
}

function post(number: string, id: string, file: File): Promise<{ status: number; body: unknown }> {
  const form = new FormData()
  form.set('file', file, file.name)
  const request = new XMLHttpRequest()
  running.set(id, request)
  return new Promise((resolve, reject) => {
    const offline = () => reject(new Problem(0, 'offline', 'The server did not answer.'))
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      change(number, id, { progress: total > 0 ? loaded / total : 0 })
    })
    request.addEventListener('load', () => resolve({ status: request.status, body: bodyOf(request) }))
    request.addEventListener('error', offline)
    request.addEventListener('abort', offline)
    request.open('POST', fileUrl(number, '').replace(/\/$/, ''))
    request.setRequestHeader('x-csrf-token', sessionNow()?.csrf ?? '')
    request.setRequestHeader('idempotency-key', id)
    request.send(form)
  })
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText) as unknown
  } catch {
    return null
  }
}

function change(number: string, id: string, part: Partial<Upload>): void {
  set(
    number,
    (byIssue.get(number) ?? NONE).map((upload) => (upload.id === id ? { ...upload, ...part } : upload)),
  )
}

function set(number: string, uploads: readonly Upload[]): void {
  if (uploads.length === 0) byIssue.delete(number)
  else byIssue.set(number, uploads)
  for (const listener of listeners) listener()
}
