import { describe, expect, it } from 'vitest'
import { checkFavicon, checkFont, checkMetaTitle, checkWidth } from './appearance.ts'

describe('R40 font', () => {
  it.each([
    ['system-ui', 'system-ui'],
    ['  Georgia , serif ', 'Georgia, serif'],
    ['"Open Sans", Arial, sans-serif', '"Open Sans", Arial, sans-serif'],
    ["'Source Sans 3', sans-serif", '"Source Sans 3", sans-serif'],
    ['Source Sans 3, sans-serif', '"Source Sans 3", sans-serif'],
    ['-apple-system, BlinkMacSystemFont, Segoe UI', '-apple-system, BlinkMacSystemFont, Segoe UI'],
    ['Noto Sans CJK JP, 微软雅黑', 'Noto Sans CJK JP, "微软雅黑"'],
    ['/assets/inter.woff2', '/assets/inter.woff2'],
    ['/assets/fonts/inter-4.0.TTF', '/assets/fonts/inter-4.0.TTF'],
  ])('R40 takes %s', (font, value) => {
    expect(checkFont(font)).toEqual({ value })
    expect(checkFont(value)).toEqual({ value })
  })

  it.each([
    '',
    ',',
    'Arial,',
    'a;b',
    'a}b',
    'a{b',
    'var(--x)',
    'url(x)',
    'Arial\nserif',
    '"a',
    '"a\'',
    '"a\\"b"',
    '"a</style>"',
    'a/*b*/',
    'inherit',
    'initial, serif',
    '@import',
    'a!important',
    '"a;b"',
    'a\u0000b',
    'https://e.example/x.woff2',
    '/assets/font.svg',
    '/assets/../x.woff2',
    '/fonts/x.woff2',
    'x'.repeat(301),
    `/assets/${'x'.repeat(300)}.woff2`,
  ])('R40 refuses %j', (font) => {
    expect(checkFont(font)).toEqual({ error: expect.any(String) })
  })
})

describe('R40 width', () => {
  it.each([
    ['720px', '720px'],
    [' 44REM ', '44rem'],
    ['320px', '320px'],
    ['1920px', '1920px'],
    ['20rem', '20rem'],
    ['120rem', '120rem'],
    ['20ch', '20ch'],
    ['240ch', '240ch'],
    ['20%', '20%'],
    ['100%', '100%'],
    ['44.50rem', '44.5rem'],
  ])('R40 takes %s', (width, value) => expect(checkWidth(width)).toEqual({ value }))

  it.each(
    [
      '319px',
      '1921px',
      '19.9rem',
      '121rem',
      '19ch',
      '241ch',
      '19%',
      '101%',
      '720',
      'px',
      '10vw',
      '50em',
      '-40rem',
      '1e3px',
    ].concat(['calc(1px)', '720px;x', '720 px', '.5rem', '44.1234rem', '99999px', 'auto', '', '７２０px']),
  )('R40 refuses %j', (width) => expect(checkWidth(width)).toEqual({ error: expect.any(String) }))
})

describe('R41 favicon', () => {
  it.each([
    'https://shop.example/favicon.ico?v=2',
    '/assets/icon.png',
    '/assets/icon.ico',
    '/assets/a/icon.SVG',
  ])('R41 takes %s', (favicon) => expect(checkFavicon(` ${favicon} `)).toEqual({ value: favicon }))

  it.each([
    '',
    'http://shop.example/i.png',
    '//shop.example/i.png',
    'data:image/png;base64,AA',
    'javascript:alert(1)',
    '/assets/icon.gif',
    '/assets/icon',
    '/icon.png',
    '/assets/../icon.png',
    'https://a:b@shop.example/i.png',
    'https://shop.example/"x',
    `https://shop.example/${'x'.repeat(2048)}`,
  ])('R41 refuses %j', (favicon) => expect(checkFavicon(favicon)).toEqual({ error: expect.any(String) }))
})

describe('R40 meta title', () => {
  it('R40 takes text, also markup, which stays text', () => {
    expect(checkMetaTitle(' Vaše <b>reklamace</b> & 😀 ')).toEqual({ value: 'Vaše <b>reklamace</b> & 😀' })
    expect(checkMetaTitle('')).toEqual({ value: '' })
    expect(checkMetaTitle('😀'.repeat(200))).toEqual({ value: '😀'.repeat(200) })
  })

  it.each(['x'.repeat(201), 'a\nb', 'a\u0000b', 'a\u2028b', 'a\ud800b', 'a\u0085b'])(
    'R40 refuses %j',
    (title) => expect(checkMetaTitle(title)).toEqual({ error: expect.any(String) }),
  )
})
