import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, program, type Server } from '../support/program.ts'

const PASSWORD = 'seven small green bottles'

describe('the first start, and the commands user and audit', () => {
  const reklamator = program()
  let server: Server
  beforeAll(async () => {
    server = await reklamator.serve()
  })
  afterAll(async () => {
    server.kill('SIGTERM')
    await server.ended
    reklamator.remove()
  })
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return {
      status: response.status,
      json: (await response.json()) as { kind?: string; user?: { email: string } },
    }
  }
  const linkOf = (out: string) => /\/desk\/welcome#([\w-]{43})/.exec(out)?.[1] ?? ''
  const ended = (code: number): Partial<Ended> => ({ code })

  test('R57 a start prints a link; a new start kills it; it is printed no more once somebody can sign in', {
    timeout: 60_000,
  }, async () => {
    const restart = async () => {
      server.kill('SIGTERM')
      const { err } = await server.ended
      server = await reklamator.serve()
      return linkOf(err)
    }
    const first = await restart()
    expect((await post('/links', { token: first })).status).toBe(404)
    const list = await reklamator.run(['user', 'list', '--json'])
    expect(JSON.parse(list.out)).toEqual([])
    const made = await reklamator.run([
      'user',
      'create',
      '--email',
      'a@shop.example',
      '--name',
      'A',
      '--role',
      'owner',
    ])
    expect(made).toMatchObject(ended(0))
    const link = await reklamator.run(['user', 'link', '--email', 'A@shop.example'])
    expect(link.out).toMatch(/^http:\/\/\S+\/desk\/welcome#[\w-]{43}\n$/)
    const token = linkOf(link.out)
    expect((await post('/links', { token })).json.kind).toBe('reset')
    expect((await post('/passwords', { token, password: PASSWORD })).json.user?.email).toBe('a@shop.example')
    await restart()
    expect(await restart()).toBe('')
    expect((await post('/session', { email: 'a@shop.example', password: PASSWORD })).status).toBe(200)
    const last = await reklamator.run(['user', 'disable', '--email', 'a@shop.example'])
    expect(last).toMatchObject(ended(1))
    expect(last.err).toContain('the last owner')
  })

  test('R61 whoever is disabled is out at once, and gets no link', async () => {
    const email = 'b@shop.example'
    await reklamator.run(['user', 'create', '--email', email, '--name', 'B', '--role', 'viewer'])
    const { out } = await reklamator.run(['user', 'link', '--email', email])
    expect((await post('/passwords', { token: linkOf(out), password: PASSWORD })).status).toBe(200)
    expect(await reklamator.run(['user', 'disable', '--email', email])).toMatchObject(ended(0))
    expect((await post('/session', { email, password: PASSWORD })).status).toBe(401)
    expect(await reklamator.run(['user', 'link', '--email', email])).toMatchObject(ended(1))
  })

  test.each([
    [['user'], 2],
    [['user', 'create', '--email', 'b@shop.example'], 2],
    [['user', 'create', '--email', 'b', '--name', 'B', '--role', 'viewer'], 2],
    [['user', 'link'], 2],
    [['user', 'link', '--email', 'nobody@shop.example'], 1],
    [['user', '--help'], 0],
    [['audit'], 2],
    [['audit', '--help'], 0],
    [['audit', 'verify'], 0],
  ])('%j ends with %i', async (args, code) => {
    expect(await reklamator.run(args)).toMatchObject(ended(code))
  })
})
