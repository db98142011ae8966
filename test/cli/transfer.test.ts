import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program, type Server } from '../support/program.ts'

/** Each test runs the program several times. */
const PROGRAMS_WITHIN = 90_000

describe('the commands export and import', () => {
  const one = program()
  const other = program()
  const file = join(one.dataDir, 'configuration.json')
  let server: Server
  beforeAll(async () => {
    server = await one.serve()
  })
  afterAll(async () => {
    server.kill('SIGTERM')
    await server.ended
    one.remove()
    other.remove()
  })

  test(
    'what was exported beside a server is imported elsewhere, and exports equal',
    async () => {
      expect(await one.run(['export', '--configuration', '--out', file])).toMatchObject({ code: 0, out: '' })
      const tried = await other.run(['import', '--configuration', file, '--dry-run'])
      expect(tried).toMatchObject({ code: 0 })
      expect(tried.out).toContain('create\tissue-type:warranty/steps')
      expect(await other.run(['import', '--configuration', file])).toMatchObject({ code: 0, out: tried.out })
      const { out } = await other.run(['export', '--configuration'])
      const { exportedAt: _one, ...exported } = JSON.parse(readFileSync(file, 'utf8'))
      const { exportedAt: _other, ...again } = JSON.parse(out)
      expect(again).toEqual(exported)
      expect(await one.run(['import', '--configuration', file])).toMatchObject({ code: 0, out: '' })
    },
    PROGRAMS_WITHIN,
  )

  test(
    'a wrong file ends with 1 and says where it is wrong, wrong use with 2, --help with 0',
    async () => {
      const wrong = join(one.dataDir, 'wrong.json')
      const content = JSON.parse(readFileSync(file, 'utf8'))
      content.issueTypes[0].steps[0].next = [{ to: 'nowhere', roles: [] }]
      writeFileSync(wrong, JSON.stringify(content))
      const refused = await one.run(['import', '--configuration', wrong])
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.err).toContain('issueTypes.0.steps.0.next.0.to: there is no step nowhere')
      const broken = join(one.dataDir, 'broken.json')
      writeFileSync(broken, '{')
      const codes = await Promise.all(
        [
          ['import', '--configuration', broken],
          ['import', '--configuration', join(one.dataDir, 'none.json')],
          ['export', '--configuration', '--out', file],
          ['import'],
          ['export', '--other'],
          ['export', '--help'],
          ['import', '--help'],
        ].map(async (args) => (await one.run(args)).code),
      )
      expect(codes).toEqual([1, 1, 1, 2, 2, 0, 0])
    },
    PROGRAMS_WITHIN,
  )
})
