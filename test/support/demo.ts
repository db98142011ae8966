/** The real program's demo in a process of its own, as `reklamator demo --json` runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Showcase = {
  url: string
  issue: string
  email: string | null
  phone: string | null
  locale: string
}
type SignIn = { url: string; email: string; password: string }
type Announcement = { statusPages: Showcase[]; desk: SignIn | null; token: string }

/** What the API tells of an issue, as far as visitors of the demo need it. */
export type DemoIssue = {
  number: string
  type: string
  step: string
  locale: string
  contact: { name: string; email: string; phone: string }
  due: string | null
}

export type Demo = {
  /** Without a slash at the end. */
  baseUrl: string
  /** Of the administrator. */
  token: string
  /** Where the owner signs in, and with what. */
  desk: SignIn
  /** Where its store lies. */
  dataDir: string
  /** The issues that the program itself shows first, by type. */
  showcase: (page: string) => Showcase
  /** Calls the API as its administrator; `path` starts after `/api/v1`. Throws where the answer is no success. */
  api: <Answer = unknown>(method: string, path: string, body?: object | FormData) => Promise<Answer>
  /** One issue in that step, the newest; `email` is what it has, else the phone. */
  issueIn: (type: string, step: string, locale?: string) => Promise<DemoIssue & { opens: string }>
  /** Changes some settings of a type's status page and leaves the others. */
  setPage: (type: string, change: object) => Promise<void>
  /** Ends it with the signal that operators send; throws where it did not end well or had complained. */
  stop: (expected?: RegExp) => Promise<void>
}

/** Starts it on a folder of its own, which `stop` removes. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'reklamator-demo-'))
  const child = spawn(process.execPath, ['src/cli/main.ts', 'demo', '--json'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const said = text(child.stderr)
  const printed: string[] = []
  const { statusPages, desk, token } = await announcementOf(child, said, printed)
  if (!desk) throw new Error('the demo announced no desk')
  const baseUrl = new URL(statusPages[0]?.url ?? '').origin

  const api: Demo['api'] = async <Answer>(method: string, path: string, body?: object | FormData) => {
    const isForm = body instanceof FormData
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`)
    // Callers name what the documented answer is.
    return (answer ? JSON.parse(answer) : null) as Answer
  }

  return {
    baseUrl,
    token,
    desk,
    dataDir: join(folder, 'demo'),
    showcase: (page) => {
      const found = statusPages.find(({ url }) => url.endsWith(`/status/${page}`))
      if (!found) throw new Error(`the demo shows no issue on the page ${page}`)
      return found
    },
    api,
    issueIn: async (type, step, locale) => {
      const { items } = await api<{ items: DemoIssue[] }>(
        'GET',
        `/issues?type=${type}&step=${step}&limit=100`,
      )
      const issue = items.find((item) => !locale || item.locale === locale)
      if (!issue) throw new Error(`the demo has no ${locale ?? ''} ${type} issue in the step ${step}`)
      return { ...issue, opens: issue.contact.email || issue.contact.phone }
    },
    setPage: async (type, change) => {
      const path = `/issue-types/${type}/status-page`
      await api('PUT', path, { ...(await api<object>('GET', path)), ...change })
    },
    stop: async (expected) => {
      process.off('exit', endWithUs)
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
      const lines = (await said).split('\n').filter((line) => line && !line.startsWith('Making '))
      const complaints = [...printed, ...lines.filter((line) => !expected?.test(line))]
      if (child.exitCode !== 0 || complaints.length > 0)
        throw new Error(`the demo ended with ${child.exitCode} and said:\n${complaints.join('\n')}`)
    },
  }
}

/** The one line on standard output, once the program is ready; `printed` gets what must not follow. */
async function announcementOf(
  child: ChildProcess,
  said: Promise<string>,
  printed: string[],
): Promise<Announcement> {
  if (!child.stdout) throw new Error('the demo has no standard output')
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit').then(async () => {
    throw new Error(`the demo ended before it was ready: ${await said}`)
  })
  const [line] = await Promise.race([once(lines, 'line'), ended])
  lines.on('line', (more) => printed.push(more))
  ended.catch(() => {})
  return JSON.parse(String(line)) as Announcement
}
