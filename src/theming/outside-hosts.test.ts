import { describe, expect, it } from 'vitest'
import { cleanCss } from './clean-css.ts'
import { cleanHeaderHtml } from './clean-header-html.ts'
import { outsideHosts } from './outside-hosts.ts'

async function hosts(html: string, css: string, favicon: string | null = null) {
  const cleaned = await Promise.all([cleanHeaderHtml(html), cleanCss(css)])
  if ('error' in cleaned[0] || 'error' in cleaned[1]) throw new Error('not clean')
  return outsideHosts(cleaned[0].html, cleaned[1].css, favicon)
}

describe('R28 R29 the hosts that a look names', () => {
  it('R29 are none by default, for own assets, for links and for text', async () => {
    const html =
      '<img src="/assets/a.png"><a href="https://shop.example">x</a><p title="https://t.example">https://x.example</p>'
    const css =
      'a{background:url(/assets/a.png);content:"https://c.example"}@font-face{src:url(/assets/f.woff2)}'
    expect(await hosts(html, css, '/assets/icon.png')).toEqual({ images: [], fonts: [] })
    expect(await hosts('', '')).toEqual({ images: [], fonts: [] })
  })

  it('R28 are exact origins, each once, in order', async () => {
    const html =
      '<img src="https://Z.example/a.png?x=1&y=2"><img title="src=" alt="src=&quot;" src="https://z2.example:443/b"><img src="https://z.example:8443/b">'
    const css =
      'a{background:url(https://b.example/x),url("https://a.example")}' +
      '@media print{.x{&:hover{list-style:image-set("https://set.example/a" 1x, url(https://set2.example) 2x)}}}' +
      ':root{--logo:url(https://var.example/l.svg)}@keyframes k{to{background:src("https://src.example/")}}' +
      '@font-face{font-family:f;src:url(https://fonts.example/f.woff2) format("woff2")}'
    expect(await hosts(html, css, 'https://icons.example/favicon.ico')).toEqual({
      images: [
        'https://a.example',
        'https://b.example',
        'https://icons.example',
        'https://set.example',
        'https://set2.example',
        'https://src.example',
        'https://var.example',
        'https://z.example',
        'https://z.example:8443',
        'https://z2.example',
      ],
      fonts: ['https://fonts.example'],
    })
  })

  it.each([
    'https://*.example',
    'https://*',
    'https://a;script-src',
    'https://a,b.example',
    "https://a'b.example",
    'https://a;script-src%20*',
    'https://a.example;x',
    'https://$a.example',
    'https://(a)',
  ])('R28 %j, which would widen a policy, is no address anywhere', async (address) => {
    const { images } = await hosts(`<img src="${address}/x">`, `a{background:url("${address}/x")}`)
    expect(images).toEqual([])
    expect(
      outsideHosts(`<img src="${address}/x" />`, `a{background:url("${address}/x")}`, address).images,
    ).toEqual([])
  })

  it('R28 hosts beyond ASCII and bare addresses are origins as browsers write them', async () => {
    expect(
      (await hosts('', 'a{background:url(https://čaj.example/a),url("https://[2001:DB8::1]:444/x")}')).images,
    ).toEqual(['https://[2001:db8::1]:444', 'https://xn--aj-dma.example'])
  })

  it('R28 are found in two full sheets one after the other', () => {
    const css = 'a{b:c}'.repeat(5_900)
    expect(outsideHosts('', `${css}${css}a{b:url(https://last.example/)}`, null).images).toEqual([
      'https://last.example',
    ])
  })
})
