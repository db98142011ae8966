import { expect, test } from 'vitest'
import { csvLine, type CsvStyle, csvStyleOf } from './csv.ts'

const COMMA: CsvStyle = { separator: ',', decimal: '.' }
const SEMICOLON: CsvStyle = { separator: ';', decimal: ',' }

test.each<[(string | number)[], CsvStyle, string]>([
  [['a', 'b'], COMMA, 'a,b'],
  [['a', 'b'], SEMICOLON, 'a;b'],
  [['a,b', 'c;d'], COMMA, '"a,b",c;d'],
  [['a,b', 'c;d'], SEMICOLON, 'a,b;"c;d"'],
  [['', ''], COMMA, ','],
  [[1.5, -2], COMMA, '1.5,-2'],
  [[1.5, -2], SEMICOLON, '1,5;-2'],
  [['say "no"'], COMMA, '"say ""no"""'],
  [['two\nlines'], COMMA, '"two\nlines"'],
  [[' edge '], COMMA, '" edge "'],
  [['Price 500,-', '500,- Kč'], SEMICOLON, 'Price 500,-;500,- Kč'],
  [['Lid\n- base\n- cable'], COMMA, '"Lid\n- base\n- cable"'],
])('R69 %j with %j is %s', (cells, style, line) => {
  expect(csvLine(cells, style)).toBe(`${line}\r\n`)
})

test.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])(
  'R69 a text that begins with %j is no formula',
  (sign) => {
    const line = csvLine([`${sign}HYPERLINK("https://example.com";"x")`], SEMICOLON)
    expect(line).toBe(`"'${sign}HYPERLINK(""https://example.com"";""x"")"\r\n`)
  },
)

test('R69 what would end a cell early stays within it', () => {
  expect(csvLine(['x";=1+1', 'y'], SEMICOLON)).toBe('"x"";=1+1";y\r\n')
  expect(csvLine(['+420 601'], COMMA)).toBe("'+420 601\r\n")
})

test.each([
  ['a;=1+1', COMMA, "a;'=1+1"],
  ['a;-1+1;@x', COMMA, "a;'-1+1;'@x"],
  ['a,=1+1', SEMICOLON, "a,'=1+1"],
  ['a\t+1', COMMA, '"a\t\'+1"'],
  ['a\r\n=1+1', SEMICOLON, '"a\r\n\'=1+1"'],
])('R69 %j begins no formula where cells are split by another sign (%j)', (text, style, line) => {
  expect(csvLine([text], style)).toBe(`${line}\r\n`)
})

test('languages with a decimal comma split cells by semicolons', () => {
  expect(csvStyleOf('en')).toEqual(COMMA)
  for (const locale of ['cs', 'de', 'pl', 'sk'] as const) expect(csvStyleOf(locale)).toEqual(SEMICOLON)
})
