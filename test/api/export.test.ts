import { expect, test } from 'vitest'
import { columnsOf, exportIssues, filterOf, openIssue } from '../../src/issues/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { call, expectCall } from '../support/calls.ts'

const HOSTILE = [
  '=HYPERLINK("https://evil.example","click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  'a;b,"c"\nd',
  '＝1',
]

async function table(app: TestApp, query: string) {
  const reply = await expectCall(200, app, 'GET', `/issues.csv?${query}`)
  expect(reply.text.startsWith('\uFEFF')).toBe(true)
  return { ...reply, lines: reply.text.slice(1).trimEnd().split('\r\n') }
}

async function audited(app: TestApp) {
  const { json } = await expectCall(200, app, 'GET', '/audit?action=issues.exported&limit=1')
  return json.items[0]
}

onBothStores('an export of issues', (app) => {
  const numbers: string[] = []

  test('has something to export', async () => {
    for (const [index, text] of HOSTILE.entries()) {
      const { issue } = await openIssue(app().ctx, {
        type: 'warranty',
        due: index === 0 ? '2026-12-24' : null,
        contact: { name: text, email: `c${index}@example.com`, phone: '601123456' },
        values: {
          product: text,
          proof_of_purchase: true,
          priority: 'high',
          price: { amount: 129_050, currency: 'CZK' },
        },
      })
      numbers.push(issue.number)
    }
    await openIssue(app().ctx, { type: 'return', contact: { name: 'Jana Nováková' } })
    expect(numbers).toHaveLength(HOSTILE.length)
  })

  test('is a file with a heading and a line for each issue', async () => {
    const { headers, lines } = await table(app(), 'columns=number,contact.name,due&sort=number&type=return')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain('attachment; filename="issues-2026-11-23.csv"')
    expect(headers['cache-control']).toContain('no-store')
    expect(lines).toEqual([
      'Number,Customer,Deadline',
      expect.stringMatching(/^\S+,Jana Nováková,2026-12-\d\d$/),
    ])
  })

  test('R69 leaves no text that a spreadsheet would take for a formula', async () => {
    const { text } = await expectCall(
      200,
      app(),
      'GET',
      '/issues.csv?type=warranty&columns=contact.name&sort=number',
    )
    expect(text).toBe(
      [
        '\uFEFFCustomer',
        `"'=HYPERLINK(""https://evil.example"",""click"")"`,
        "'+1+1",
        "'-2+3",
        "'@SUM(A1)",
        "'=1",
        '"a;b,""c"" d"',
        "'＝1",
        '',
      ].join('\r\n'),
    )
  })

  test('writes headings and values as the language does', async () => {
    const columns = 'columns=number,type,next,product,proof_of_purchase,priority,price,contact.phone,created'
    const { lines } = await table(app(), `${columns}&locale=cs&q=${numbers[1]}`)
    const [heading = '', line = ''] = lines
    expect(heading.split(';').slice(0, 3)).toEqual(['Číslo', 'Typ', 'Kdo je na tahu'])
    const cells = line.split(';')
    expect(cells).toHaveLength(9)
    expect(cells[0]).toBe(numbers[1])
    expect(cells[2]).toBe('Na tahu jsme my')
    expect(cells[4]).toBe('Ano')
    expect(cells[6]).toBe('1290,50 CZK')
    expect(cells[7]).toMatch(/^'\+420|^601/)
    expect(cells[8]).toBe('2026-11-23 10:00')
  })

  test('has the columns of the list view of a type, or the usual ones', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/issue-types/warranty/views/list')
    const { lines } = await table(app(), 'type=warranty&q=nothing')
    expect(lines).toHaveLength(1)
    const shown = json.fields.filter(
      ({ field }: { field: string }) => field !== 'messages' && field !== 'attachments',
    )
    expect(lines[0]?.split(',')).toHaveLength(shown.length)
    expect((await table(app(), 'type=warranty,return&q=nothing')).lines).toEqual([
      'Number,Type,Step,Customer,Deadline,Handler,Opened',
    ])
  })

  test('names everything that is wrong with what is asked for', async () => {
    const { json } = await expectCall(
      422,
      app(),
      'GET',
      '/issues.csv?columns=number,messages,nothing,&locale=X&type=rental&cursor=abc&turn=me',
    )
    expect(json.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'columns',
      'columns',
      'columns',
      'cursor',
      'locale',
      'turn',
      'type',
    ])
  })

  test('is in the audit, without what could name somebody', async () => {
    await table(app(), 'q=novakova&contact=c1@example.com&turn=us&field.order_number=2026-1&columns=number')
    const line = await audited(app())
    expect(line.target).toBe('issues')
    expect(line.data.after).toEqual({
      turn: 'us',
      alsoBy: ['contact', 'q', 'field.order_number'],
      columns: ['number'],
      count: 0,
      isWhole: true,
    })
    expect(JSON.stringify(line)).not.toMatch(/novakova|c1@/)
  })

  test('ends its work where nobody reads on, and says so in the audit', async () => {
    const { ctx } = app()
    for (let more = 0; more < 3; more++) {
      const { db } = ctx
      const row = await db.read
        .selectFrom('issues')
        .selectAll()
        .where('number', '=', numbers[0] ?? '')
        .executeTakeFirstOrThrow()
      const copies = Array.from({ length: 200 }, (_, index) => {
        const number = `N${more}-${String(index).padStart(5, '0')}`
        const id = `00000000-0000-7000-800${more}-${String(index).padStart(12, '0')}`
        return { ...row, id, number, number_key: number, search_id: 1000 + more * 200 + index }
      })
      await db.transaction(
        async ({ query }) => void (await query.insertInto('issues').values(copies).execute()),
      )
    }
    const configuration = await ctx.configuration.current()
    const basis = { settings: ctx.settings, configuration, locale: 'en', decimal: '.' }
    const { columns } = columnsOf(basis, ['number'], undefined)
    const filter = filterOf({ sort: 'number' }, 'Europe/Prague')
    const lines = exportIssues(ctx, configuration, { filter, columns, locale: 'en' })
    const { value } = await lines.next()
    expect(String(value).split('\r\n')).toHaveLength(502)
    await lines.return(undefined)
    expect((await audited(app())).data.after).toEqual({ columns: ['number'], count: 500, isWhole: false })
    const whole = await table(app(), 'columns=number&sort=-number')
    expect(new Set(whole.lines.slice(1)).size).toBe(600 + HOSTILE.length + 1)
  })

  test('needs the permission to read issues', async () => {
    expect((await call(app(), 'GET', '/issues.csv', undefined, { token: null })).status).toBe(401)
    expect(
      (await call(app(), 'GET', '/issues.csv?columns=number', undefined, { token: app().tokens.read }))
        .status,
    ).toBe(200)
  })
})
