import { describe, expect, test } from 'vitest'
import { openComposer } from './index.ts'
import { type SampleChange, sampleContext } from './samples.ts'

const { compose } = await openComposer()

function rendered(body: string, change: SampleChange = {}) {
  const { text, html, warnings } = compose(
    { subject: { en: 'x' }, body: { en: body } },
    sampleContext(change),
  )
  const [, inside = ''] = /<\/h1>\n([^]*)<\/td><\/tr>\n<tr><td class="rm-side"/.exec(html) ?? []
  return {
    text: text.slice(0, text.indexOf('\n\n-- \n')).replaceAll('\u00a0', '~'),
    html: inside
      .replace(/ (?:style|class|role|border|cellpadding|cellspacing|bgcolor)="[^"]*"/g, '')
      .replaceAll('\u00a0', '~')
      .trim(),
    warnings: warnings.map(({ kind, at }) => `${kind} ${at}`),
  }
}

const URL_HERE = sampleContext().statusUrl
const HREF = URL_HERE.replace('&', '&amp;')

describe('structure comes from the template', () => {
  test.each([
    ['One.\n\nTwo.', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
    ['One\ntwo', 'One\ntwo', '<p>One<br>\ntwo</p>'],
    ['\n\n\nOne\n\n\n\nTwo\n\n', 'One\n\nTwo', '<p>One</p>\n<p>Two</p>'],
    ['One\r\ntwo\r\n\r\nThree', 'One\ntwo\n\nThree', '<p>One<br>\ntwo</p>\n<p>Three</p>'],
    ['# Title\nText', 'Title\n\nText', '<h2>Title</h2>\n<p>Text</p>'],
    ['We need:\n- a\n- b', 'We need:\n- a\n- b', '<p>We need:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['We need:\n\n- a', 'We need:\n\n- a', '<p>We need:</p>\n<ul>\n<li>a</li>\n</ul>'],
    ['- a\n\n- b', '- a\n\n- b', '<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>'],
    ['- a\nText', '- a\n\nText', '<ul>\n<li>a</li>\n</ul>\n<p>Text</p>'],
    ['a - b # c', 'a - b # c', '<p>a - b # c</p>'],
    ['<b>&amp;</b> "\'', '<b>&amp;</b> "\'', '<p>&lt;b&gt;&amp;amp;&lt;/b&gt; &quot;&#39;</p>'],
    [
      '**x** _y_ [z](https://a.example/)',
      '**x** _y_ [z](https://a.example/)',
      '<p>**x** _y_ [z](<a href="https://a.example/">https://a.example/</a>)</p>',
    ],
  ])('%j', (body, text, html) => {
    expect(rendered(body)).toEqual({ text, html, warnings: [] })
  })
})

describe('tags leave no blank lines, empty variables no empty ones', () => {
  test.each([
    ['A\n{% if due_date %}\nB\n{% endif %}\nC', 'A\nB\nC', []],
    ['A\n  {% if handler_name %}\nB\n{% endif %}  \nC', 'A\nC', []],
    ['A\n{% if due_date %}{% if due_date %}\nB\n{% endif %}{% endif %}\nC', 'A\nB\nC', []],
    ['A\n{{ field.empty }}\nC', 'A\nC', ['empty-variable field.empty']],
    ['A\n- {{ field.empty }}\n- b', 'A\n- b', ['empty-variable field.empty']],
    ['A\n# {{ field.empty }}\nB', 'A\nB', ['empty-variable field.empty']],
    ['A {{ field.empty }}, B', 'A , B', ['empty-variable field.empty']],
    ['{{ field.empty | upcase }}{{ field.empty | default: "none" }}', 'none', ['empty-variable field.empty']],
    ['{% # a comment %}\nA{% comment %} {{ due_date }} {% endcomment %}', 'A', []],
    ['{%- if due_date -%}  A  {%- endif -%}', 'A', []],
  ])('%j', (body, text, warnings) => {
    expect(rendered(body)).toMatchObject({ text, warnings })
  })
})

describe('the address of the status page', () => {
  const label = 'claims.northlight.example/en/status/warranty'
  test('alone on a line is a button', () => {
    const { text, html } = rendered('A\n  {{ issue_status_url }} \nB')
    expect(text).toBe(`A\n\nSee where it stands:\n${URL_HERE}\n\nB`)
    expect(html).toBe(
      `<p>A</p>\n<table>\n<tr><td><a href="${HREF}">See where it stands</a></td></tr>\n</table>\n<p>B</p>`,
    )
  })

  test('in a sentence is a link that does not show the key', () => {
    const { text, html } = rendered('Follow it here: {{issue_status_url}}.')
    expect(text).toBe(`Follow it here:\n${URL_HERE}.`)
    expect(html).toBe(`<p>Follow it here: <a href="${HREF}">${label}</a>.</p>`)
  })

  test('in a list is a link', () => {
    expect(rendered('- {{issue_status_url}}').html).toBe(
      `<ul>\n<li><a href="${HREF}">${label}</a></li>\n</ul>`,
    )
  })

  test('through a filter or another variable is text', () => {
    expect(rendered('{{ issue_status_url | strip }}').html).toContain(`<a href="${HREF}">`)
    expect(rendered('{{ issue_status_url | append: "" }}').html).toContain(`<a href="${HREF}">`)
    expect(rendered('{{ issue_status_url | upcase }}').html).not.toContain('<a')
    expect(rendered('{% capture a %}{{ issue_status_url }}{% endcapture %}{{ a }}').html).not.toContain('<a')
  })
})

describe('addresses in the template become links', () => {
  test.each([
    ['See https://a.example/x.', 'See <a href="https://a.example/x">https://a.example/x</a>.'],
    [
      '(https://a.example), https://b.example/',
      '(<a href="https://a.example">https://a.example</a>), <a href="https://b.example/">https://b.example/</a>',
    ],
    ['http://a.example ftp://a javascript:x', 'http://a.example ftp://a javascript:x'],
    ['https://', 'https://'],
    [
      'https://a.example/?n={{ issue_number }}&m=1.',
      '<a href="https://a.example/?n=WC-26-00123-7KQM&amp;m=1">https://a.example/?n=WC-26-00123-7KQM&amp;m=1</a>.',
    ],
    [
      'https://a.example/{{ field.product }}/x',
      '<a href="https://a.example/Kettle%20K200%2C%20cream/x">https://a.example/Kettle%20K200%2C%20cream/x</a>',
    ],
    // A value must not choose the host.
    ['https://{{ field.product }}/', 'https://Kettle K200, cream/'],
    ['https://a.example{{ issue_number }}/', 'https://a.exampleWC-26-00123-7KQM/'],
    ['https://a.example\\{{ issue_number }}', 'https://a.example\\WC-26-00123-7KQM'],
    ['https://a.example@{{ issue_number }}', 'https://a.example@WC-26-00123-7KQM'],
    [
      'https://a.example/{{ issue_status_url }}',
      `https://a.example/<a href="${HREF}">claims.northlight.example/en/status/warranty</a>`,
    ],
    ['{{ "https://a.example/" }}', 'https://a.example/'],
    [
      '{{ company_website }} {{ field.tracking }}',
      'https://northlight.example/ Parcel: https://carrier.example/track/1',
    ],
  ])('%j', (body, html) => {
    expect(rendered(body).html).toBe(`<p>${html}</p>`)
  })
})

describe('variables are printed for their reader', () => {
  test.each([
    ['issue_number', 'WC-26-00123-7KQM', 'WC-26-00123-7KQM'],
    ['issue_type', 'Warranty claim', 'Reklamace'],
    ['step', 'We are testing your product', 'Testujeme váš výrobek'],
    ['step_explanation', 'It is on our test bench.', 'Je na zkušebním stole.'],
    ['due_date', '9~December 2026', '9.~prosince 2026'],
    // Half past midnight in Prague.
    ['created_date', '9~November 2026', '9.~listopadu 2026'],
    ['customer_phone', '+420~601~123~456', '+420~601~123~456'],
    ['company_phone', '+420~555~010~203', '+420~555~010~203'],
    ['field.product', 'Kettle K200, cream', 'Kettle K200, cream'],
    ['field.remedy', 'Repair', 'Oprava'],
    ['field.accessories', 'box and cable', 'krabice a~kabel'],
    ['field.price', 'CZK~1,290', '1~290~Kč'],
    ['field.quantity', '1,234.5', '1~234,5'],
    ['field.bought', '9~March 2026', '9.~března 2026'],
    ['field.pickup', '24~November 2026 at 09:30', '24.~listopadu 2026 v 9:30'],
    ['field.in_warranty', 'Yes', 'Ano'],
    ['field.account', '•••• 5399', '•••• 5399'],
    ['field.second_phone', '+420~601~999~888', '+420~601~999~888'],
    ['field.address', 'Dlouhá 12, 602~00 Brno, Czechia', 'Dlouhá 12, 602~00 Brno, Česko'],
    ['field.protocol', '', ''],
    ['due_date | date: "short"', '9 Dec 2026', '9. 12. 2026'],
    ['due_date | date: "numeric"', '09/12/2026', '9. 12. 2026'],
    ['due_date | date: "weekday"', 'Wednesday, 9~December 2026', 'středa 9.~prosince 2026'],
    ['field.pickup | date', '24~November 2026', '24.~listopadu 2026'],
    ['"2026-01-02" | date: "long"', '2~January 2026', '2.~ledna 2026'],
    ['field.product | date', 'Kettle K200, cream', 'Kettle K200, cream'],
    ['49.9 | money: "EUR"', '€49.90', '49,90~€'],
    ['1290 | money: "JPY"', 'JP¥1,290', '1~290~JP¥'],
    ['49.9 | money: "x"', '49.9', '49.9'],
    ['field.price | money', 'CZK~1,290', '1~290~Kč'],
    ['1234.5 | number', '1,234.5', '1~234,5'],
    ['field.remedy | upcase', 'REPAIR', 'OPRAVA'],
    ['"éCOLE" | capitalize', 'École', 'École'],
    ['" a " | strip | append: "!" | prepend: "¡"', '¡a!', '¡a!'],
    ['field.product | truncate: 10', 'Kettle K2…', 'Kettle K2…'],
    ['field.product | truncatewords: 1', 'Kettle…', 'Kettle…'],
    ['field.product | replace: "K", "k" | remove: ","', 'kettle k200 cream', 'kettle k200 cream'],
    ['field.product | replace: "", "k"', 'Kettle K200, cream', 'Kettle K200, cream'],
    ['field.empty | default: field.product', 'Kettle K200, cream', 'Kettle K200, cream'],
    ['field.empty | append: "x"', 'x', 'x'],
    ['field.in_warranty | default: "?"', 'Yes', 'Ano'],
  ])('%s', (expression, en, cs) => {
    const texts = {
      subject: { en: 'x', cs: 'x' },
      body: { en: `>{{ ${expression} }}<`, cs: `>{{ ${expression} }}<` },
    }
    const bodies = ['en', 'cs'].map((locale) => compose(texts, sampleContext({ locale })).text)
    const values = bodies.map((text) => /^>([^<]*)</.exec(text)?.[1]?.replaceAll('\u00a0', '~'))
    expect(values).toEqual([en, cs])
  })

  test('a deadline that waits for nobody, a step that is hidden, and nobody to handle it', () => {
    const trail = [...sampleContext().issue.trail, ['at_partner', 1] as const]
    const issue = { step: 'at_partner', trail, due: null }
    const body = '{{ step }}|{{ due_date | default: "soon" }}|{{ handler_name | default: "us" }}'
    expect(rendered(body, { issue }).text).toBe('We are testing your product|soon|us')
    expect(rendered(body, { issue, audience: 'staff' }).text).toBe('At the partner|soon|us')
  })

  test('of who handles it customers read the public name, staff the own one', () => {
    const people = { userById: new Map([['u1', { name: 'Petr Malý', publicName: 'Service team' }]]) }
    const change: SampleChange = { issue: { handlerId: 'u1' }, configuration: people as object }
    expect(rendered('{{ handler_name }}', change).text).toBe('Service team')
    expect(rendered('{{ handler_name }}', { ...change, audience: 'staff' }).text).toBe('Petr Malý')
  })
})

describe('conditions compare what is stored', () => {
  test.each([
    ['due_date', true],
    ['field.empty', false],
    ['handler_name', false],
    ['field.in_warranty', true],
    ['field.in_warranty == true', true],
    ['field.remedy == "repair"', true],
    ['"repair" == field.remedy', true],
    ['field.remedy == "Repair"', false],
    ['field.remedy != "refund"', true],
    ['field.remedy == field.remedy', true],
    ['field.empty == field.protocol', false],
    ['field.empty == nil', true],
    ['field.empty == blank', true],
    ['field.empty == empty', true],
    ['field.product == blank', false],
    ['field.product != empty', true],
    ['field.accessories contains "box"', true],
    ['field.accessories contains "Box"', false],
    ['field.accessories contains "manual"', false],
    ['field.product contains "K200"', true],
    ['field.price > 1000', true],
    ['field.price >= 1290', true],
    ['1290 < field.price', false],
    ['field.quantity < 1234.6', true],
    ['field.quantity <= field.price', true],
    ['field.bought < "2026-04-01"', true],
    ['field.bought > due_date', false],
    ['field.product > 3', false],
    ['step == "assessing" and issue_type == "warranty"', true],
    ['not field.empty or due_date', true],
    ['field.gone', false],
    ['gone == nil', true],
  ])('%s is %s', (condition, holds) => {
    expect(rendered(`{% if ${condition} %}true{% else %}false{% endif %}`).text).toBe(String(holds))
  })

  test('case, unless, for, assign and capture work with them', () => {
    expect(
      rendered('{% case field.remedy %}{% when "refund" %}A{% when "repair" %}B{% else %}C{% endcase %}')
        .text,
    ).toBe('B')
    expect(rendered('{% case step %}{% when "received", "assessing" %}A{% endcase %}').text).toBe('A')
    expect(rendered('{% unless field.empty %}A{% endunless %}').text).toBe('A')
    expect(
      rendered(
        '{% for a in field.accessories %}{{ forloop.index }}. {{ a }}{% unless forloop.last %}; {% endunless %}{% endfor %}',
      ).text,
    ).toBe('1. box; 2. cable')
    expect(
      rendered('{% for a in field.accessories %}{% if a == "box" %}{{ a }}!{% endif %}{% endfor %}').text,
    ).toBe('box!')
    expect(rendered('{% for i in (1..3) %}{{ i }}{% endfor %}').text).toBe('123')
    expect(rendered('{% for a in field.empty %}x{% else %}none{% endfor %}').text).toBe('none')
    expect(rendered('{% assign who = customer_name | upcase %}{{ who }}').text).toBe('JANA NOVÁKOVÁ')
    expect(
      rendered(
        '{% capture a %}{{ field.remedy }}!{% endcapture %}{% if a == "Repair!" %}{{ a | upcase }}{% endif %}',
      ).text,
    ).toBe('REPAIR!')
  })

  test('fields are named one by one: nothing prints them all', () => {
    expect(rendered('x{% for f in field %}{{ f }}{% endfor %}{{ field }}').text).toBe('x')
  })
})

describe('the plain text', () => {
  test('is wrapped at spaces, and never within an address', () => {
    const address = `https://a.example/${'x'.repeat(100)}`
    const { text } = rendered(`${'word '.repeat(30)}${address} end\n- ${'item '.repeat(30)}`)
    const lines = text.split('\n')
    expect(lines).toContain(address)
    expect(lines.filter((line) => line.length > 76)).toEqual([address])
    expect(lines.at(-1)).toMatch(/^ {2}item/)
  })

  test('ends with who sent it and how to reach them', () => {
    const { text } = compose({ subject: { en: 'x' }, body: { en: 'x' } }, sampleContext())
    expect(text.replaceAll('\u00a0', ' ')).toBe(`x

-- 
Northlight Home s.r.o., Dlouhá 12, 602 00 Brno
https://northlight.example/
Questions? Call us on +420 555 010 203 (Monday to Friday, 8:00 to 16:00) or
write to claims@northlight.example.
This message was sent automatically.
`)
  })
})
