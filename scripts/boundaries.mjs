// Import boundaries and circles. dependency-cruiser passes in silence when it cannot read TypeScript, so this also
// counts what it saw, and shows it a small tree of forbidden imports, each of which it has to find.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { root } from './bootstrap.mjs'

/** @type {{ arrows: Record<string, string[]>, forbidden: import('dependency-cruiser').IForbiddenRuleType[], options: import('dependency-cruiser').ICruiseOptions }} */
const { arrows, forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** @type {[file: string, line: string, broken: string | null][]} */
const fixture = [
  ['src/base/index.ts', "import { db } from '../db/index.ts'", 'base imports only what it may'],
  ['src/db/index.ts', "export { db } from './database.ts'", null],
  ['src/db/database.ts', "export const db = 'db'", null],
  ['src/issues/index.ts', "import { db } from '../db/index.ts'", null],
  ['src/issues/move-issue.ts', "import '../rules/index.ts'", 'issues imports only what it may'],
  [
    'src/issues/reply.ts',
    "import type { Db } from '../db/database.ts'",
    'a feature is imported through its index.ts',
  ],
  ['src/issues/settings.ts', "import '../config.ts'", 'issues imports only what it may'],
  ['src/issues/start.ts', "import('../cli/main.ts')", 'issues imports only what it may'],
  ['src/issues/a.ts', "import { b } from './b.ts'; export const a = b", 'no circles'],
  ['src/issues/b.ts', "import { a } from './a.ts'; export const b = a", null], // one circle is told once
  ['src/issues/type-a.ts', "import type { B } from './type-b.ts'; export type A = B", null],
  ['src/issues/type-b.ts', "import { A } from './type-a.ts'; export type B = A", null],
  ['src/issues/a.test.ts', "import '../../test/app.ts'", null],
  ['src/issues/tested.ts', "import '../../test/app.ts'", 'the product does not import tests or benchmarks'],
  ['src/rules/index.ts', "import '../issues/index.ts'; import './gone.ts'", 'every import leads somewhere'],
  ['src/worker.ts', "import './config.ts'", 'settings are read by app, main and cli only'],
  ['src/app.ts', "import './config.ts'; import './rules/index.ts'", null],
  ['src/main.ts', "import './issues/move-issue.ts'", 'a feature is imported through its index.ts'],
  ['src/cli/main.ts', "import '../main.ts'; import './serve.ts'", null],
  ['src/cli/serve.ts', 'export {}', null],
  ['src/config.ts', 'export {}', null],
  ['src/db/development.ts', "import 'tool'", 'the product needs no development package'],
  ['src/db/types.ts', "import type { Tool } from 'tool'", null],
  ['src/db/product.ts', "import 'library'", null],
  ['test/app.ts', "import '../src/app.ts'", null],
  ['desk/src/main.tsx', "import './ui'; import '../../src/app.ts'", 'the desk imports nothing of the server'],
  ['desk/src/ui/index.ts', "import '../rules/rule-page'", 'ui knows no feature of the desk'],
  ['desk/src/rules/rule-page.tsx', 'export {}', null],
  ['bench/main.ts', "import '../src/db/database.ts'", 'a feature is imported through its index.ts'],
]

/**
 * @param {string} baseDir
 * @param {string[]} folders
 */
async function findBroken(baseDir, folders) {
  const { output } = await cruise(
    folders,
    { ...options, baseDir, validate: true, ruleSet: { forbidden } },
    options.enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered text, not a result')
  const seen = output.modules.filter((module) => /\.tsx?$/.test(module.source) && !module.couldNotResolve)
  return {
    seen: new Set(seen.map((module) => module.source).filter((path) => !path.includes('node_modules'))),
    broken: output.summary.violations,
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function typeScriptFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}

async function checkFixture() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'boundaries-')))
  try {
    const packages = { type: 'module', dependencies: { library: '1' }, devDependencies: { tool: '1' } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packages))
    const installed = ['tool', 'library'].map((name) => [`node_modules/${name}/index.js`, 'export {}'])
    for (const [file = '', line] of [...installed, ...fixture]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `${line}\n`)
    }
    const { broken } = await findBroken(folder, ['src', 'test', 'bench', 'desk/src'])
    return fixture.flatMap(([file, line, expected]) => {
      const found = broken
        .filter((violation) => violation.from === file)
        .map((violation) => violation.rule.name)
      if (expected ? found.includes(expected) : found.length === 0) return []
      return [
        `self-check: ${file} with \`${line}\`: expected ${expected ?? 'no complaint'}, got: ${found.join('; ') || 'none'}`,
      ]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function checkProject() {
  const folders = ['src', 'test', 'bench', 'desk/src'].filter((folder) => existsSync(join(root, folder)))
  const { seen, broken } = await findBroken(root, folders)
  const unseen = folders.flatMap(typeScriptFiles).filter((file) => !seen.has(file))
  const strangers = readdirSync(join(root, 'src'), { withFileTypes: true })
    .map((entry) => entry.name)
    .filter((name) => !/^(cli|(app|main|worker|config)\.ts)$/.test(name) && !Object.hasOwn(arrows, name))
  return [
    ...unseen.map((file) => `${file}: not seen by dependency-cruiser`),
    ...strangers.map((name) => `src/${name}: .dependency-cruiser.cjs does not say what it may import`),
    ...broken.map(({ rule, from, to, cycle }) => {
      const path = cycle ? cycle.map((step) => step.name).join(' → ') : to
      return `${from} → ${path}: ${rule.name}`
    }),
  ]
}

const problems = [...(await checkFixture()), ...(await checkProject())]
for (const problem of problems) console.log(problem)
process.exitCode = problems.length > 0 ? 1 : 0
