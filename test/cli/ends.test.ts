import { afterAll, describe, expect, test } from 'vitest'
import { program, type Server } from '../support/program.ts'

describe('how the server ends', () => {
  const reklamator = program()
  afterAll(() => reklamator.remove())
  const open = (server: Server, token: string) =>
    fetch(`${server.url}/api/v1/issues`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'warranty' }),
    })
  const newToken = async () =>
    (await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'admin'])).out.trim()

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'R80 %s ends it with 0, and what is at hand is finished',
    async (signal) => {
      const server = await reklamator.serve()
      const token = await newToken()
      const opened = Promise.allSettled(Array.from({ length: 20 }, () => open(server, token)))
      const first = await open(server, token)
      server.kill(signal)
      expect(first.status).toBe(201)
      for (const outcome of await opened) {
        if (outcome.status === 'fulfilled') expect(outcome.value.status).toBe(201)
      }
      expect(await server.ended).toMatchObject({
        code: 0,
        err: expect.stringMatching(/^Nobody can sign in yet.*\n.*#[\w-]{43}\n$/),
      })
    },
  )

  test('R72 after kill -9 in the midst of writing every issue that was answered is there, whole', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round++) {
      const server = await reklamator.serve()
      const token = await newToken()
      let killed = false
      const write = async () => {
        while (!killed) {
          const reply = await open(server, token).catch(() => null)
          const json = reply?.status === 201 ? await reply.json().catch(() => null) : null
          if (json) acknowledged.push((json as { number: string }).number)
          if (acknowledged.length >= (round + 1) * 40 && !killed) {
            killed = true
            server.kill('SIGKILL')
          }
        }
      }
      await Promise.all(Array.from({ length: 8 }, write))
      await server.ended
    }

    const server = await reklamator.serve()
    const headers = { authorization: `Bearer ${await newToken()}` }
    const get = async (path: string) => (await fetch(`${server.url}/api/v1${path}`, { headers })).json()
    const stored = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = (await get(`/issues?limit=200${cursor ? `&cursor=${cursor}` : ''}`)) as {
        items: { number: string }[]
        nextCursor: string | null
      }
      for (const { number } of page.items) stored.add(number)
      cursor = page.nextCursor
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(120)
    expect(acknowledged.filter((number) => !stored.has(number))).toEqual([])
    const [last = ''] = [...stored]
    const { items } = (await get(`/issues/${last}/events`)) as { items: { kind: string }[] }
    expect(items.map(({ kind }) => kind)).toEqual(['issue.created'])
    server.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })
})
