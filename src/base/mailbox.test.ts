import { describe, expect, test } from 'vitest'
import { parseAddress, parseMailbox } from './index.ts'

describe('R43 one mailbox', () => {
  test.each([
    ['jana@example.com', 'jana@example.com'],
    [' Jana.Novak+rma@Example.COM ', 'Jana.Novak+rma@example.com'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['jana@žižkov.cz', 'jana@xn--ikov-kbbb.cz'],
    ['ján@example.sk', 'ján@example.sk'],
    ['root@localhost', 'root@localhost'],
  ])('%j is %s', (typed, address) => {
    expect(parseAddress(typed)).toBe(address)
  })

  test.each([
    '',
    '@',
    'jana',
    'jana@',
    '@example.com',
    'a@example.com,b@example.com',
    'a@example.com;b@example.com',
    'a@example.com b@example.com',
    'friends: a@example.com, b@example.com;',
    'undisclosed-recipients:;',
    'Jana <jana@example.com>',
    '<jana@example.com>',
    'jana@example.com (Jana)',
    '"jana"@example.com',
    '"a@example.com,"@example.com',
    'a@b@example.com',
    'jana@example.com\r\nBcc: other@example.com',
    'jana\r\n@example.com',
    'jana@exa\nmple.com',
    'jana@example.com\0',
    'jana\u202e@example.com',
    'jana@[127.0.0.1]',
    'jana@exam_ple.com',
    'jana@-example.com',
    '.jana@example.com',
    'ja..na@example.com',
    `${'x'.repeat(65)}@example.com`,
    `jana@${'x'.repeat(64)}.com`,
    `jana@${'x.'.repeat(130)}com`,
  ])('%j is not one', (typed) => {
    expect(parseAddress(typed)).toBeNull()
  })

  test.each([
    ['claims@example.com', { name: '', address: 'claims@example.com' }],
    ['Example Shop <claims@example.com>', { name: 'Example Shop', address: 'claims@example.com' }],
    ['"Shop, Example" <claims@Example.com>', { name: 'Shop, Example', address: 'claims@example.com' }],
    ['Obchod Žižkov <claims@example.com>', { name: 'Obchod Žižkov', address: 'claims@example.com' }],
    ['Shop <a@example.com>, b@example.com', null],
    ['Shop <a@example.com> <b@example.com>', null],
    ['a@example.com\n', null],
    ['Shop\n <a@example.com>', null],
    ['"Shop" x <a@example.com>', null],
    ['Shop <>', null],
  ])('%j with its name', (typed, mailbox) => {
    expect(parseMailbox(typed)).toEqual(mailbox)
  })
})
