/** A request that the page shows as a command, and a test sends. */
export type Example = {
  /** The resource under which it stands. */
  tag: string
  says: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** After `/api/v1`; `$N` and `$ID` stand for what an earlier example was answered. */
  path: string
  headers?: Readonly<Record<string, string>>
  body?: unknown
  /** Parts of a multipart body; `@letter.txt` is a file. */
  form?: Readonly<Record<string, string>>
  /** What it answers. */
  status: number
  /** A member of the answer that later examples need. */
  keeps?: { as: 'N' | 'ID'; member: string }
}

/** In an order in which they work, against the starter configuration. */
export const EXAMPLES: readonly Example[] = [
  {
    tag: 'Issues',
    says: 'Open an issue; the answer has its number and the link for the customer.',
    method: 'POST',
    path: '/issues',
    headers: { 'Idempotency-Key': 'order-2026-9001' },
    body: {
      type: 'warranty',
      locale: 'en',
      contact: { name: 'Jane Carter', email: 'jane@example.com', phone: '+420601123456' },
      values: { product: 'Kettle K200', order_number: '2026-9001', defect: 'Leaks at the handle' },
    },
    status: 201,
    keeps: { as: 'N', member: 'number' },
  },
  {
    tag: 'Issues',
    says: 'Find open issues of a type, the most urgent first.',
    method: 'GET',
    path: '/issues?type=warranty&category=open&sort=due&limit=20',
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Find the issues of a customer.',
    method: 'GET',
    path: '/issues?contact=jane@example.com',
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Count what matches, up to 1,000.',
    method: 'GET',
    path: '/issues?category=open&q=kettle&limit=1&count=true',
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Agree to a later day with the customer.',
    method: 'POST',
    path: '/issues/$N/deadline/extensions',
    body: {
      to: '2027-01-15',
      consent: { by: 'Jane Carter', at: '2026-11-20T10:30:00Z', how: 'phone' },
      comment: 'The spare part is late',
    },
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Change what is named, and leave the rest.',
    method: 'PATCH',
    path: '/issues/$N',
    body: { due: '2026-12-24', contact: { phone: '+420602123456' } },
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Move it on.',
    method: 'POST',
    path: '/issues/$N/transitions',
    body: { to: 'assessing', comment: 'On the bench' },
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Take that back, within a minute; the answer tells how many messages it has sent already.',
    method: 'POST',
    path: '/issues/$N/undo',
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Move it on for good.',
    method: 'POST',
    path: '/issues/$N/transitions',
    body: { to: 'assessing' },
    status: 200,
  },
  {
    tag: 'Issues',
    says: 'Write to the customer.',
    method: 'POST',
    path: '/issues/$N/messages',
    body: { body: 'We have found the cause.' },
    status: 201,
  },
  {
    tag: 'Issues',
    says: 'Keep a note that never leaves the shop.',
    method: 'POST',
    path: '/issues/$N/messages',
    body: { body: 'Ask the supplier.', internal: true },
    status: 201,
  },
  { tag: 'Issues', says: 'Read its history.', method: 'GET', path: '/issues/$N/events', status: 200 },
  {
    tag: 'Issues',
    says: 'Send the customer the link to the status page.',
    method: 'POST',
    path: '/issues/$N/status-link',
    body: {},
    status: 201,
  },
  {
    tag: 'Issues',
    says: 'Make a link to pass on by hand; its address is answered once.',
    method: 'POST',
    path: '/issues/$N/link-keys',
    status: 201,
  },
  {
    tag: 'Attachments',
    says: 'Attach a file that the customer may see.',
    method: 'POST',
    path: '/issues/$N/attachments',
    form: { public: 'true', file: '@letter.txt' },
    status: 201,
    keeps: { as: 'ID', member: 'id' },
  },
  {
    tag: 'Attachments',
    says: 'Download it.',
    method: 'GET',
    path: '/issues/$N/attachments/$ID',
    status: 200,
  },
  {
    tag: 'Attachments',
    says: 'Hide it from the customer.',
    method: 'PATCH',
    path: '/issues/$N/attachments/$ID',
    body: { public: false },
    status: 200,
  },
  {
    tag: 'Issue types',
    says: 'Add an issue type.',
    method: 'POST',
    path: '/issue-types',
    body: { key: 'loan', name: { en: 'Loan', cs: 'Zápůjčka' } },
    status: 201,
  },
  {
    tag: 'Steps',
    says: 'Read a workflow; what is answered may be changed and put back.',
    method: 'GET',
    path: '/issue-types/loan/steps',
    status: 200,
  },
  {
    tag: 'Calendars',
    says: 'Make a calendar: the days off of a country, and some of your own.',
    method: 'PUT',
    path: '/calendars/workshop',
    body: {
      name: 'Workshop',
      base: 'CZ',
      added: [{ date: '2026-12-31', name: 'Stock-taking' }],
      removed: ['2026-11-17'],
    },
    status: 200,
  },
  {
    tag: 'Calendars',
    says: 'See its days off of a year.',
    method: 'GET',
    path: '/calendars/workshop?year=2026',
    status: 200,
  },
  {
    tag: 'Deadlines',
    says: 'Give yourselves ten working days; the clock stands still at steps that pause.',
    method: 'PUT',
    path: '/issue-types/loan/deadlines',
    body: {
      rules: [
        {
          key: 'ten-days',
          name: { en: 'Ten working days' },
          length: { days: 10, unit: 'working' },
          calendar: 'workshop',
          pauses: true,
          until: 'closed',
          words: { en: 'We settle it within ten working days.' },
        },
      ],
    },
    status: 200,
  },
  {
    tag: 'Jobs',
    says: 'See how far the latest changes have come to the issues.',
    method: 'GET',
    path: '/jobs?limit=20',
    status: 200,
  },
  {
    tag: 'Number series',
    says: 'Number a type by year, so that nobody can guess its neighbours.',
    method: 'PUT',
    path: '/issue-types/loan/number-series',
    body: { pattern: 'LO-{YY}-{seq:5}-{rand:4}' },
    status: 200,
  },
  {
    tag: 'Views',
    says: 'Choose what the status page shows.',
    method: 'PUT',
    path: '/issue-types/loan/views/status-page',
    body: { fields: [{ field: 'progress' }, { field: 'next' }, { field: 'messages' }] },
    status: 200,
  },
  {
    tag: 'Status page',
    says: 'Read the settings of a status page.',
    method: 'GET',
    path: '/issue-types/loan/status-page',
    status: 200,
  },
  {
    tag: 'Fields',
    says: 'Add a field that lists can filter by.',
    method: 'POST',
    path: '/fields',
    body: { key: 'branch', type: 'text', label: { en: 'Branch' }, filterable: true },
    status: 201,
  },
  {
    tag: 'Languages',
    says: 'List what pages and messages speak.',
    method: 'GET',
    path: '/languages',
    status: 200,
  },
  { tag: 'Company', says: 'Read who runs the installation.', method: 'GET', path: '/company', status: 200 },
  {
    tag: 'Users',
    says: 'Add a person who works on issues; customers may read the public name, and nothing else of them.',
    method: 'POST',
    path: '/users',
    body: {
      email: 'petra@shop.example',
      name: 'Petra Malá',
      publicName: 'Service team',
      role: 'handler',
      locale: 'cs',
    },
    status: 201,
  },
  {
    tag: 'Users',
    says: 'Make them the handler of an issue.',
    method: 'PATCH',
    path: '/issues/$N',
    body: { handler: 'petra@shop.example' },
    status: 200,
  },
  {
    tag: 'Users',
    says: 'Find what they have to do.',
    method: 'GET',
    path: '/issues?handler=petra@shop.example&category=open&sort=due',
    status: 200,
  },
  {
    tag: 'Message templates',
    says: 'Write a message; one line with the link alone becomes a button.',
    method: 'POST',
    path: '/message-templates',
    body: {
      key: 'parcel-here',
      name: 'The parcel is here',
      subject: { en: '{{issue_number}}: your parcel is here' },
      body: { en: 'Hello {{customer_name}},\n\nwe have your parcel.\n\n{{issue_status_url}}' },
    },
    status: 201,
  },
  {
    tag: 'Message templates',
    says: 'See it as it would leave; nothing is sent.',
    method: 'POST',
    path: '/message-templates/parcel-here/preview',
    body: { type: 'warranty', locale: 'en' },
    status: 200,
  },
  {
    tag: 'Message templates',
    says: 'Write a text message; it has no subject.',
    method: 'POST',
    path: '/message-templates',
    body: {
      key: 'parcel-here-text',
      channel: 'sms',
      name: 'The parcel is here, as a text message',
      body: { en: 'Your claim {{issue_number}}: your parcel is here. {{issue_status_url}}' },
    },
    status: 201,
  },
  {
    tag: 'Message templates',
    says: 'See how many segments it takes in each language.',
    method: 'POST',
    path: '/message-templates/parcel-here-text/preview',
    body: { type: 'warranty', locale: 'en' },
    status: 200,
  },
  {
    tag: 'Business rules',
    says: 'Send it when the step changes.',
    method: 'POST',
    path: '/business-rules',
    body: {
      name: 'The parcel is here',
      issueType: 'warranty',
      trigger: { on: 'issue.step-changed', to: 'goods-received' },
      condition: { combinator: 'and', rules: [{ field: 'contact.email', operator: 'notNull' }] },
      actions: [{ do: 'send', template: 'parcel-here', to: 'customer' }],
    },
    status: 201,
    keeps: { as: 'ID', member: 'id' },
  },
  {
    tag: 'Business rules',
    says: 'See what it would have done in the last 30 days; nothing is changed.',
    method: 'POST',
    path: '/business-rules/$ID/dry-run',
    body: {},
    status: 200,
  },
  {
    tag: 'Webhooks',
    says: 'Tell a program outside when a claim is opened or moves; the answer has the secret that signs the calls.',
    method: 'POST',
    path: '/webhooks',
    body: {
      name: 'Our shop system',
      url: 'https://shop.example.com/claims',
      events: ['issue.created', 'issue.step-changed'],
      issueType: 'warranty',
      fields: ['order_number'],
    },
    status: 201,
    keeps: { as: 'ID', member: 'id' },
  },
  {
    tag: 'Webhooks',
    says: 'Give it another secret; the old one signs beside it for two days.',
    method: 'POST',
    path: '/webhooks/$ID/rotate',
    body: { overlapHours: 48 },
    status: 200,
  },
  {
    tag: 'Webhooks',
    says: 'See what became of its calls.',
    method: 'GET',
    path: '/webhooks/$ID/attempts?limit=20',
    status: 200,
  },
  {
    tag: 'Deliveries',
    says: 'See what was sent about an issue.',
    method: 'GET',
    path: '/deliveries?issue=$N',
    status: 200,
  },
  {
    tag: 'Deliveries',
    says: 'See what could not be sent, and why.',
    method: 'GET',
    path: '/deliveries?state=failed&limit=20',
    status: 200,
  },
  {
    tag: 'Text messages',
    says: 'See how much of the budget of today is used.',
    method: 'GET',
    path: '/sms',
    status: 200,
  },
  {
    tag: 'Audit',
    says: 'See the last changes of the configuration.',
    method: 'GET',
    path: '/audit?limit=20',
    status: 200,
  },
]

/** The command that sends an example, as it is typed into a shell; `$API` and `$TOKEN` are set before. */
export function commandOf({ method, path, headers = {}, body, form }: Example): string {
  const parts = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$API${path}" -H "Authorization: Bearer $TOKEN"`,
    ...Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`),
    ...Object.entries(form ?? {}).map(([name, value]) => `-F ${name}=${value}`),
  ]
  if (body !== undefined) {
    parts.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body, null, 2)}'`)
  }
  return parts.join(' \\\n  ')
}
