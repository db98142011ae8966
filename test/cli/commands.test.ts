import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, program, type Server } from '../support/program.ts'

const oneLine = (text: string) => text.trimEnd().split('\n')

describe('the program and its commands', () => {
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
  const ask = (token: string, path = '/issues') =>
    fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })

  test('serve says in one line where it is', async () => {
    expect(oneLine(server.line)).toEqual([`Reklamator is ready at ${server.url}`])
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  test('token create prints the token alone; it works beside the server at once, and ends at once', async () => {
    const made = await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'issues:read'])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toMatch(/^rk_[\w-]{43}\n$/)
    const token = made.out.trim()
    expect((await ask(token)).status).toBe(200)
    expect((await ask(token, '/audit')).status).toBe(403)
    const list = await reklamator.run(['token', 'list', '--json'])
    const [line] = JSON.parse(list.out)
    expect(line).toMatchObject({ name: 'Robot', scope: 'issues:read', revokedAt: null })
    expect(list.out).not.toContain(token)
    const revoked = await reklamator.run(['token', 'revoke', line.id])
    expect(revoked).toMatchObject({ code: 0, out: '' })
    expect((await ask(token)).status).toBe(401)
    const again = await reklamator.run(['token', 'revoke', line.id])
    expect(again.code).toBe(1)
    expect(oneLine(again.err)).toHaveLength(1)
    const shown = await reklamator.run(['token', 'list'])
    expect(shown.out).toMatch(/^\S+\tissues:read\tRobot\t\S+\trevoked \S+\n$/)
  })

  test('R84 a second serve or migrate on the folder ends with 2 and one clear line', async () => {
    for (const command of ['serve', 'migrate']) {
      const ended = await reklamator.run([command])
      expect(ended.code, command).toBe(2)
      expect(oneLine(ended.err)).toEqual([
        `reklamator ${command}: the data folder ${reklamator.dataDir} is in use by another process (serve, migrate or restore)`,
      ])
      expect(ended.out).toBe('')
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  test.each([
    [[]],
    [['nothing']],
    [['constructor']],
    [['serve', '--port', '80']],
    [['serve', 'now']],
    [['migrate', '--force']],
    [['token']],
    [['token', 'make']],
    [['token', 'create']],
    [['token', 'create', '--name', 'Robot']],
    [['token', 'create', '--name', 'Robot', '--scope', 'all']],
    [['token', 'create', '--name', ' ', '--scope', 'admin']],
    [['token', 'create', 'Robot', '--scope', 'admin']],
    [['token', 'create', '--name']],
    [['token', 'revoke']],
    [['token', 'revoke', 'a', 'b']],
    [['token', 'list', 'all']],
    [['demo', '--slow']],
  ])('wrong use ends with 2: %j', async (args) => {
    const ended = await reklamator.run(args)
    expect(ended.code, ended.err).toBe(2)
    expect(ended.out).toBe('')
    expect(ended.err).not.toBe('')
    expect(ended.err).not.toMatch(/\n\s+at /)
  })

  test('--help of each command says how it is used, on standard output', async () => {
    for (const args of [
      ['--help'],
      ['help'],
      ['serve', '--help'],
      ['migrate', '-h'],
      ['token', '--help'],
      ['demo', '--help'],
    ]) {
      const ended = await reklamator.run(args)
      expect(ended, args.join(' ')).toMatchObject({ code: 0, err: '' })
      expect(ended.out).toContain('Usage: reklamator')
    }
    expect((await reklamator.run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('an address that is taken is told of in one line, and ends with 1', async () => {
    const other = program()
    const { port } = new URL(server.url)
    const ended = await other.run(['serve'], { PORT: port })
    expect(ended.code).toBe(1)
    expect(oneLine(ended.err)).toHaveLength(1)
    expect(ended.err).toContain('EADDRINUSE')
    other.remove()
  })
})

describe('settings', () => {
  const reklamator = program()
  afterAll(() => reklamator.remove())

  test.each([
    ['PORT', 'many'],
    ['BASE_URL', 'nowhere'],
    ['DEFAULT_LOCALE', 'xx'],
    ['TIME_ZONE', 'Nowhere'],
    ['LOG_LEVEL', 'loud'],
  ])('a wrong %s stops the start with one line and 1, before anything is made', async (name, value) => {
    for (const command of [['serve'], ['migrate'], ['token', 'list']]) {
      const ended = await reklamator.run(command, { [name]: value })
      expect(ended.code).toBe(1)
      expect(oneLine(ended.err)).toHaveLength(1)
      expect(ended.err).toContain(`${name}="${value}" is not allowed`)
    }
    expect(readdirSync(reklamator.dataDir)).toEqual([])
  })

  test('secrets are not shown, and a store that is not there is told of in one line', async () => {
    const short = await reklamator.run(['serve'], { SECRET: 'too-short' })
    expect(short.code).toBe(1)
    expect(short.err).not.toContain('too-short')
    const url = 'postgres://me:hidden-word@127.0.0.1:1/none'
    for (const command of [['serve'], ['migrate'], ['token', 'list']]) {
      const down = await reklamator.run(command, { DATABASE_URL: url })
      expect(down.code).toBe(1)
      expect(oneLine(down.err)).toHaveLength(1)
      expect(down.err).not.toContain('hidden-word')
    }
  })

  test('the file .env is read, and the environment wins', async () => {
    const other = program()
    writeFileSync(join(other.dataDir, '.env'), 'LOG_LEVEL=loud\nTIME_ZONE=Nowhere\n')
    const ended = await other.run(['migrate'])
    expect(ended.err).toContain('TIME_ZONE="Nowhere"')
    other.remove()
  })
})

describe('migrate', () => {
  test('tells a program what it did', async () => {
    const reklamator = program()
    const read = ({ code, out }: Ended) => ({ code, json: JSON.parse(out) })
    const first = read(await reklamator.run(['migrate', '--json']))
    expect(first).toEqual({ code: 0, json: { applied: expect.arrayContaining(['0001-base']), backup: null } })
    expect(read(await reklamator.run(['migrate', '--json']))).toEqual({
      code: 0,
      json: { applied: [], backup: null },
    })
    const person = await reklamator.run(['migrate'])
    expect(person).toEqual({ code: 0, out: '', err: 'The store is up to date.\n' })
    expect(existsSync(join(reklamator.dataDir, 'backups'))).toBe(false)
    reklamator.remove()
  })
})

describe('a data folder that something happened to', () => {
  test('an empty secret, as a full disk leaves it, stops the start with one line', async () => {
    const reklamator = program()
    writeFileSync(join(reklamator.dataDir, 'secret'), '')
    const ended = await reklamator.run(['serve'])
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(oneLine(ended.err)).toEqual([expect.stringContaining('secret holds less than 32 bytes')])
    reklamator.remove()
  })

  test('a data folder that is a file, or a host that does not exist, is said in one line', async () => {
    const reklamator = program()
    const file = join(reklamator.dataDir, 'file')
    writeFileSync(file, '')
    for (const setting of [{ DATA_DIR: file }, { DATA_DIR: join(file, 'x') }]) {
      const ended = await reklamator.run(['serve'], setting)
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(oneLine(ended.err)).toHaveLength(1)
    }
    reklamator.remove()
  })
})
