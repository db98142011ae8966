// Who may import whom under src/. scripts/boundaries.mjs runs this and proves that each rule still bites.

const base = ['base']
const store = [...base, 'db']
const issueTypes = [...store, 'http', 'theming', 'events', 'audit', 'company', 'staff', 'calendars', 'jobs']
const issues = [...issueTypes, 'issue-types', 'files']
const messages = [...issues, 'issues', 'deliveries', 'sms']

/** Every folder of src/, but src/cli, and what it may import besides itself. A new feature takes a line here. */
const arrows = {
  base: [],
  db: base,
  http: base,
  theming: base,
  'api-docs': ['base', 'http'],
  desk: ['base', 'http'],
  events: store,
  audit: [...store, 'http'],
  calendars: base,
  company: store,
  files: store,
  jobs: [...store, 'http'],
  outbound: base,
  throttle: store,
  deliveries: [...store, 'http'],
  sms: [...store, 'http', 'deliveries', 'outbound'],
  staff: [...store, 'audit', 'http', 'throttle'],
  'issue-types': issueTypes,
  issues,
  'status-page': [...issues, 'issues', 'throttle'],
  messages,
  live: [...issues, 'issues'],
  workplace: [...messages, 'messages'],
  overview: issues,
  receipts: [...messages, 'messages'],
  'saved-views': [...issueTypes, 'issue-types'],
  bulk: [...messages, 'messages', 'webhooks', 'rules'],
  webhooks: [...messages, 'outbound'],
  notices: [...messages, 'messages'],
  rules: [...messages, 'messages', 'webhooks', 'notices'],
  versions: [...messages, 'messages', 'webhooks', 'rules', 'outbound'],
  transfer: [...messages, 'messages', 'webhooks', 'rules', 'outbound', 'versions'],
  system: [...store, 'http', 'deliveries', 'sms'],
  starter: [...issueTypes, 'issue-types', 'issues', 'files', 'messages', 'rules'],
}

const source = '^src/'
const test = '\\.test\\.ts$'
const oneOf = (names) => `(?:${names.join('|')})`
const features = oneOf(Object.keys(arrows))

const arrowRules = Object.entries(arrows).map(([feature, targets]) => ({
  name: `${feature} imports only what it may`,
  severity: 'error',
  from: { path: `^src/${feature}/`, pathNot: test },
  to: { path: source, pathNot: `^src/${oneOf([feature, ...targets])}/` },
}))

const rules = [
  ...arrowRules,
  {
    name: 'a feature is imported through its index.ts',
    severity: 'error',
    from: { path: '^(src/[^/]+|test|bench)(?:/|\\.ts$)' },
    to: { path: `^src/${features}/`, pathNot: ['^$1/', '^src/[^/]+/index\\.ts$'] },
  },
  {
    name: 'settings are read by app, main and cli only',
    severity: 'error',
    from: { path: source, pathNot: ['^src/(?:app|main)\\.ts$', '^src/cli/', test] },
    to: { path: '^src/config\\.ts$' },
  },
  {
    name: 'the product does not import tests or benchmarks',
    severity: 'error',
    from: { path: source, pathNot: test },
    to: { path: ['^test/', '^bench/', test] },
  },
  {
    name: 'the product needs no development package',
    severity: 'error',
    from: { path: source, pathNot: test },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only', 'npm'],
    },
  },
  {
    name: 'the desk imports nothing of the server',
    severity: 'error',
    from: { path: '^desk/' },
    to: { path: ['^src/', '^test/', '^bench/', '^scripts/'] },
  },
  {
    name: 'ui knows no feature of the desk',
    severity: 'error',
    from: { path: '^desk/src/ui/' },
    to: { path: '^desk/src/', pathNot: '^desk/src/(?:ui|api|texts)/' },
  },
  {
    name: 'nothing but the server serves the desk, and it imports none of it',
    severity: 'error',
    from: { path: '^(?:src|test|bench)/' },
    to: { path: '^desk/src/' },
  },
  {
    name: 'no circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'every import leads somewhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

module.exports = {
  arrows,
  forbidden: rules,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
