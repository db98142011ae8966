import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanHeaderHtml, MAX_HTML_BYTES, MAX_HTML_TAGS } from './clean-header-html.ts'

async function clean(html: string) {
  const result = await cleanHeaderHtml(html)
  if ('error' in result) throw new Error(result.error)
  return result
}

const REL = 'rel="noopener noreferrer nofollow"'

describe('R38 what stays', () => {
  const everything =
    '<h1>a</h1><h2>a</h2><h3>a</h3><h4>a</h4><div><span>a</span><strong>a</strong><b>a</b><em>a</em><i>a</i><u>a</u>' +
    '<s>a</s><small>a</small><sub>a</sub><sup>a</sup></div><ul><li>a</li></ul><ol><li>a</li></ol><p>a</p>' +
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td colspan="2" rowspan="2">a</td></tr></tbody></table>' +
    '<blockquote>a</blockquote><pre><code>a</code></pre>'
  it.each([
    everything,
    '<p class="rk-note big" title="a &quot;b&quot;" lang="pt-BR" dir="rtl">a &amp; b &lt; c</p>',
    '<img src="/assets/logo.svg" alt="" width="120" height="40" />',
    '<img src="https://cdn.example/logo.png?a=1&amp;b=2" alt="Shop" />',
    `<a href="https://shop.example/a?b=1&amp;c=2" ${REL}>shop</a>`,
    `<a href="mailto:help@shop.example?subject=Claim%201" ${REL}>mail</a>`,
    `<a href="tel:+420555010203" ${REL}>call</a>`,
    '<br /><hr />',
    'jen text ěščř – 中文 😀',
  ])('R38 keeps %s', async (html) => {
    expect(await clean(html)).toEqual({ html, removed: [] })
  })

  it('R38 gives every link its rel and takes spaces out of phone numbers', async () => {
    expect(await clean('<a href="tel:+420 555 010 203">call</a>')).toEqual({
      html: `<a href="tel:+420555010203" ${REL}>call</a>`,
      removed: [],
    })
  })

  it('R38 closes what is left open and drops what closes nothing', async () => {
    expect((await clean('<div><b>a</div></section>')).html).toBe('<div><b>a</b></div>')
  })
})

const TAGS: [string, string, string][] = [
  ['<script>alert(1)</script>a', 'a', '<script>'],
  ['<SCRIPT SRC=//e.example></SCRIPT>a', 'a', '<script>'],
  ['<style>a{}</style>b', 'b', '<style>'],
  ['<iframe src="https://e.example">in</iframe>', 'in', '<iframe>'],
  ['<object data="x"><embed src="x"></object>', '', '<object>'],
  ['<svg onload=alert(1)><g>t</g></svg>', 't', '<svg>'],
  ['<math><mi>x</mi></math>', 'x', '<math>'],
  ['<form action="https://e.example"><input name="a"><button>b</button></form>', 'b', '<form>'],
  ['<textarea><b>x</textarea>', '&lt;b&gt;x', '<textarea>'],
  ['<select><option>x</option></select>', 'x', '<select>'],
  ['<link rel="stylesheet" href="https://e.example/x.css">', '', '<link>'],
  ['<meta http-equiv="refresh" content="0;url=https://e.example">', '', '<meta>'],
  ['<base href="https://e.example/">', '', '<base>'],
  ['<template><b>x</b></template>', '<b>x</b>', '<template>'],
  ['<font color="red">x</font>', 'x', '<font>'],
  ['<h5>x</h5>', 'x', '<h5>'],
  ['<marquee>x</marquee>', 'x', '<marquee>'],
  ['<my-widget>x</my-widget>', 'x', '<my-widget>'],
  ['<body onload=alert(1)>x', 'x', '<body>'],
  ['<video src="x"><source src="y">t</video>', 't', '<video>'],
  ['<!-- a -->b', 'b', '<!-- … -->'],
  ['<img alt="a">', '', '<img>'],
]

const ATTRIBUTES: [string, string, string][] = [
  ['<p onclick="x()">a</p>', '<p>a</p>', 'onclick on <p>'],
  ['<p ONCLICK=x()>a</p>', '<p>a</p>', 'onclick on <p>'],
  ['<p/onmouseover=x()>a</p>', '<p>a</p>', 'onmouseover on <p>'],
  ['<p style="position:fixed">a</p>', '<p>a</p>', 'style on <p>'],
  ['<p id="main">a</p>', '<p>a</p>', 'id on <p>'],
  ['<a name="x">a</a>', '<a>a</a>', 'name on <a>'],
  [
    '<a href="https://e.example" target="_top">a</a>',
    `<a href="https://e.example" ${REL}>a</a>`,
    'target on <a>',
  ],
  [
    '<a href="https://e.example" rel="opener">a</a>',
    `<a href="https://e.example" ${REL}>a</a>`,
    'rel on <a>',
  ],
  ['<p data-x="1">a</p>', '<p>a</p>', 'data-x on <p>'],
  ['<p href="https://e.example">a</p>', '<p>a</p>', 'href on <p>'],
  ['<p src="https://e.example/a.png">a</p>', '<p>a</p>', 'src on <p>'],
  [
    '<img src="/assets/a.png" srcset="https://e.example/b.png 2x">',
    '<img src="/assets/a.png" />',
    'srcset on <img>',
  ],
  ['<p dir="up">a</p>', '<p>a</p>', 'dir="up" on <p>'],
  ['<p lang="x y">a</p>', '<p>a</p>', 'lang="x y" on <p>'],
  ['<td width="calc(1px)">a</td>', '<td>a</td>', 'width="calc(1px)" on <td>'],
  ['<td colspan="99999">a</td>', '<td>a</td>', 'colspan="99999" on <td>'],
  ['<p class="a&quot;onclick=x">a</p>', '<p>a</p>', 'class="a"onclick=x" on <p>'],
]

describe('R38 what goes, and is told', () => {
  it.each([...TAGS, ...ATTRIBUTES])('R38 %s', async (html, expected, what) => {
    const { html: cleaned, removed } = await clean(html)
    expect(cleaned).toBe(expected)
    expect(removed.map((removal) => removal.what)).toContain(what)
    expect(removed.every((removal) => removal.why.length > 5)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java&#10;script:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x1;javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'http://shop.example',
    '//e.example',
    '/\\e.example',
    'https:\\\\e.example',
    'https:/e.example',
    'https://user:word@e.example/',
    'https://e.example/\u2028x',
    '/en/status/x',
    '#x',
    '/assets/a.pdf',
    'ftp://e.example',
    'blob:https://e.example/x',
    'mailto:',
    'mailto:a@b.example\nBcc:x',
    'tel:call/me',
  ])('R38 no link to %j', async (href) => {
    const { html, removed } = await clean(`<a href="${href}">a</a>`)
    expect(html).toBe('<a>a</a>')
    expect(removed).toHaveLength(1)
  })

  it.each([
    'x.png',
    'http://e.example/x.png',
    '//e.example/x.png',
    'data:image/png;base64,AAAA',
    'data:image/svg+xml,<svg/>',
    'javascript:alert(1)',
    '/assets/../en/status/x',
    '/assets/%2e%2e/x',
    '/assets//x',
    '/assets/',
    '/assetsx/a.png',
    '/en/status/warranty/attachments/1',
    '/assets/a.png?x=1',
    '/assets/.hidden',
  ])('R38 no image from %j', async (src) => {
    const { html, removed } = await clean(`<img src="${src}" alt="a">b`)
    expect(html).toBe('b')
    expect(removed).toHaveLength(1)
  })

  it.each([
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<xmp><p title="</xmp><script>alert(1)</script>">',
    '<title><p title="</title><img src=x onerror=alert(1)>">',
    '<textarea><p title="</textarea><script>alert(1)</script>">',
    '<iframe><p title="</iframe><img src=x onerror=alert(1)>"></iframe>',
    '<plaintext><script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</script>',
    '<<script>alert(1)//<</script>',
    '<img """><script>alert(1)</script>">',
    '<p title="a>b" onclick=alert(1)>c',
    '<a href="https://e.example/" onclick=alert(1)<b>c',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?php echo "<script>" ?>',
    '<p\u0000 onclick=alert(1)>a',
    '<scr\u0000ipt>alert(1)</script>',
  ])('R38 nothing runs out of %j', async (html) => {
    const cleaned = (await clean(html)).html
    expectHarmless(cleaned)
    expect(await clean(cleaned)).toEqual({ html: cleaned, removed: [] })
  })
})

describe('R38 limits', () => {
  it.each([
    ['64 KiB and a byte', 'a'.repeat(MAX_HTML_BYTES + 1), /64 KiB/],
    ['64 KiB in bytes, not characters', 'é'.repeat(MAX_HTML_BYTES / 2 + 1), /64 KiB/],
    ['more than 64 KiB once it is escaped', '<'.repeat(MAX_HTML_BYTES), /64 KiB/],
    ['51 tags deep', '<b>'.repeat(51), /50 deep/],
    ['51 removed tags deep', '<x>'.repeat(51), /50 deep/],
    ['too many tags', '<p>'.repeat(MAX_HTML_TAGS + 1), /5,000 tags/],
  ])('R38 refuses %s', async (_, html, error) => {
    expect(await cleanHeaderHtml(html)).toEqual({ error: expect.stringMatching(error) })
  })

  it('R38 takes 64 KiB, and 50 tags deep', async () => {
    expect((await clean('a'.repeat(MAX_HTML_BYTES))).html).toHaveLength(MAX_HTML_BYTES)
    expect((await clean('<b>'.repeat(50))).html).toBe('<b>'.repeat(50) + '</b>'.repeat(50))
  })

  it('R38 tells the same removal once with its count, and at most 50', async () => {
    const same = await clean('<font>a</font>'.repeat(7))
    expect(same.removed).toEqual([{ what: '<font> (7 times)', why: 'this tag is not allowed' }])
    const many = await clean(Array.from({ length: 90 }, (_, i) => `<x${i}></x${i}>`).join(''))
    expect(many.removed).toHaveLength(50)
    expect(many.removed.at(-1)).toEqual({ what: '41 more', why: 'the list ends here' })
  })
})

// biome-ignore format: a table of pieces
const PIECES = [
  '<p>', '</p>', '<div', '<a href="', 'https://e.example', '">', '<script>', '</script>', '<style>', '</style>', '<svg>', '<math>',
  '<table>', '<td>', '</table>', '<!--', '-->', '<textarea>', '<noscript>', '<iframe>', '>', 'onclick=', ' style="', "'", '"', '&quot;',
  '&lt;', '&#0;', 'javascript:', '<img src=', '/assets/a.png', ' class=', '<xmp>', '</xmp>', '<plaintext>', '<![CDATA[', ']]>',
  '<title>', '<select>', '\u0000', '\r', '/', '=', '<li>',
]

describe('R38 whatever is written', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('R38 the result holds nothing forbidden, and cleaning it again takes nothing and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (html) => {
        const first = await cleanHeaderHtml(html)
        if ('error' in first) return
        expectHarmless(first.html)
        expect(await cleanHeaderHtml(first.html)).toEqual({ html: first.html, removed: [] })
      }),
      { numRuns: 400 },
    )
  })
})

const TAG =
  /<(?:\/(?:p|h[1-4]|div|span|strong|b|em|i|u|s|small|sub|sup|ul|ol|li|a|table|thead|tbody|tr|th|td|blockquote|pre|code)|(?:p|br|hr|h[1-4]|div|span|strong|b|em|i|u|s|small|sub|sup|ul|ol|li|a|img|table|thead|tbody|tr|th|td|blockquote|pre|code)(?: (?:class|title|alt|lang|dir|width|height|colspan|rowspan|href|src|rel)(?:="[^"<>]*")?)*(?: \/)?)>/g

/** What is left once every allowed tag with allowed, quoted attributes is taken away holds no mark of a tag. */
function expectHarmless(html: string) {
  expect(html.replace(TAG, '')).not.toMatch(/[<>]/)
  for (const [tag] of html.matchAll(TAG)) {
    expect(tag).not.toMatch(/ (?:href|src)="(?!https:\/\/|mailto:|tel:|\/assets\/)/i)
  }
}
