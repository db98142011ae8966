import { describe, expect, test } from 'vitest'
import { openComposer } from './index.ts'
import { SAMPLE_CONFIGURATION } from './samples.ts'

const { checkTemplate } = await openComposer()
const fields = SAMPLE_CONFIGURATION.fieldByKey

function errorsOf(source: string): string[] {
  const errors = checkTemplate({ subject: { en: 'x' }, body: { en: source } }, fields)
  return errors.map(({ path, message }) => `${path} ${message}`)
}

describe('what is not there is refused with its place', () => {
  test.each([
    ['Hello\n{{ issue_nr }}', 'line 2, column 4: there is no variable issue_nr; did you mean issue_number?'],
    ['{{customer_nam}}', 'line 1, column 3: there is no variable customer_nam; did you mean customer_name?'],
    [
      '{{ xyzzy }}',
      /^line 1, column 4: there is no variable xyzzy; there are issue_number, .*, message and field\.KEY$/,
    ],
    [
      '{% if due_dat %}x{% endif %}',
      'line 1, column 7: there is no variable due_dat; did you mean due_date?',
    ],
    [
      '{% if due_date %}x{% elsif stpe == 1 %}{% endif %}',
      'line 1, column 28: there is no variable stpe; did you mean step?',
    ],
    [
      '{% case step %}{% when stpe %}x{% endcase %}',
      'line 1, column 24: there is no variable stpe; did you mean step?',
    ],
    [
      '{% unless due_dat %}x{% endunless %}',
      'line 1, column 11: there is no variable due_dat; did you mean due_date?',
    ],
    [
      '{% for a in field.accessorie %}x{% endfor %}',
      'line 1, column 13: there is no field accessorie; did you mean field.accessories?',
    ],
    [
      '{% for a in (1..due_dat) %}x{% endfor %}',
      'line 1, column 17: there is no variable due_dat; did you mean due_date?',
    ],
    [
      '{% for a in field.accessories limit: due_dat %}x{% endfor %}',
      'line 1, column 38: there is no variable due_dat; did you mean due_date?',
    ],
    [
      '{% for a in field.accessories %}{{ a }}{% endfor %}{{ a }}',
      /^line 1, column 55: there is no variable a;/,
    ],
    [
      '{% assign a = due_dat %}{{ a }}',
      'line 1, column 15: there is no variable due_dat; did you mean due_date?',
    ],
    [
      '{{ due_date | default: due_dat }}',
      'line 1, column 24: there is no variable due_dat; did you mean due_date?',
    ],
    ['{{ due_date | uppcase }}', 'line 1, column 15: there is no filter uppcase; did you mean upcase?'],
    ['{{ due_date | raw }}', /^line 1, column 15: there is no filter raw/],
    [
      '{{ due_date | date: "%d" }}',
      'line 1, column 15: there is no style "%d" of dates; there are long, short, numeric, weekday',
    ],
    ['{{ due_date.year }}', 'line 1, column 4: due_date has no parts to name'],
    ['{{ due_date.constructor }}', 'line 1, column 4: due_date has no parts to name'],
    ['{{ constructor }}', /^line 1, column 4: there is no variable constructor/],
    ['{{ __proto__ }}', /^line 1, column 4: there is no variable __proto__/],
    ['{{ field.constructor }}', /^line 1, column 4: there is no field constructor/],
    ['{{ field.produkt }}', 'line 1, column 4: there is no field produkt; did you mean field.product?'],
    [
      '{{ field.protocol }}',
      'line 1, column 4: the field protocol names a file, and messages cannot print files',
    ],
    ['{{ field }}', 'line 1, column 4: a field is named by its key, like field.product'],
    [
      '{% for f in field %}x{% endfor %}',
      'line 1, column 13: a field is named by its key, like field.product',
    ],
    ['{{ field[step] }}', 'line 1, column 4: a field is named by its key, like field.product'],
    ['{{ field.product.size }}', 'line 1, column 4: a field is named by its key, like field.product'],
    ['a\n\n  {% include "x" %}', /^line 3, column 3: there is no tag include; there are if, unless, /],
    ['{% render "/etc/passwd" %}', /^line 1, column 1: there is no tag render/],
    ['{% layout "x" %}', /^line 1, column 1: there is no tag layout/],
    ['{% raw %}{{ x }}{% endraw %}', /^line 1, column 1: there is no tag raw/],
    ['{% cycle "a", "b" %}', /^line 1, column 1: there is no tag cycle/],
    ['{% unles x %}', 'line 1, column 1: there is no tag unles; did you mean unless?'],
    ['x{% endif %}', 'line 1, column 2: nothing is open that endif could belong to'],
    ['{% if due_date %}x', 'line 1, column 1: tag {% if due_date %} not closed'],
    ['{{ due_date', /^line 1, column 1: output .* not closed$/],
    ['{{ }}', /^line 1, column 4: invalid value expression/],
    ['{{ due_date | | }}', /^line 1, column \d+: /],
    ['{% for %}{% endfor %}', /^line 1, column 1: illegal tag/],
    ['{{ a'.padEnd(5) + '[a'.repeat(40_000), /not closed$/],
    [`{{ a${'[a'.repeat(40_000)} }}`, 'at most 4000 characters are allowed in one tag or output'],
    ['{{ 1 }}'.repeat(1_001), 'at most 1000 tags and outputs are allowed'],
    ['https://a '.repeat(201), 'at most 200 addresses are allowed'],
    ['\na'.repeat(2_001), 'at most 2000 lines are allowed'],
    ['č'.repeat(51_201), 'at most 102400 bytes are allowed'],
  ])('%.60j', (source, message) => {
    const [first, ...more] = errorsOf(source)
    expect(more).toEqual([])
    if (typeof message === 'string') expect(first).toBe(`body.en ${message}`)
    else expect(first?.replace('body.en ', '')).toMatch(message)
  })

  test('each mistake once, in the order of the text, at most twenty', () => {
    expect(
      errorsOf('{{ a1x }} {{ due_date | b2x }} {% if c3x %}{% endif %}').map(
        (error) => /there is no (\w+ \w+)/.exec(error)?.[1],
      ),
    ).toEqual(['variable a1x', 'filter b2x', 'variable c3x'])
    expect(errorsOf('{{ nothing }}'.repeat(50))).toHaveLength(20)
  })
})

test.each([
  '{% assign a = 1 %}{{ a }}',
  '{% capture a %}{{ step }}{% endcapture %}{{ a | upcase }}',
  '{% for a in field.accessories %}{{ a }}{{ forloop.index }}{% endfor %}',
  '{% if due_date %}{% assign a = due_date %}{% endif %}{{ a }}',
  '{{ field["product"] }}',
  "{{ 'text' }} {{ 12 }} {{ nil }}",
  '{%- comment -%}{{ anything }}{%- endcomment -%}',
  '{% # a comment %}',
  'a { b } %} }} c',
])('%j is fine', (source) => {
  expect(errorsOf(source)).toEqual([])
})

describe('both texts are needed, in the same languages', () => {
  test.each([
    [
      {},
      {},
      [
        'subject a subject is needed in one language at least',
        'body a body is needed in one language at least',
      ],
    ],
    [
      { en: ' ' },
      { en: '\n' },
      [
        'subject a subject is needed in one language at least',
        'body a body is needed in one language at least',
      ],
    ],
    [{ en: 'x', cs: 'x' }, { en: 'x' }, ['body.cs a body is needed, because there is a subject in cs']],
    [{ en: 'x' }, { en: 'x', cs: 'x' }, ['subject.cs a subject is needed, because there is a body in cs']],
    [{ en: 'x', cs: '' }, { en: 'x', cs: '' }, []],
    [
      { en: '{{ x1 }}' },
      { en: 'x', cs: '{{ due_date' },
      ['subject.en line 1', 'body.cs line 1', 'subject.cs a subject'],
    ],
  ])('%j, %j', (subject, body, expected) => {
    const errors = checkTemplate({ subject, body }, fields).map(({ path, message }) => `${path} ${message}`)
    expect(errors.map((error, index) => error.slice(0, expected[index]?.length))).toEqual(expected)
  })
})
