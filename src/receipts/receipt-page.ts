import { createHash } from 'node:crypto'
import { encode } from 'uqr'
import { type Html, html, trusted } from '../base/index.ts'
import type { Receipt, ReceiptLine } from './receipt.ts'

const SHEET = `
@page{size:A4;margin:18mm}
:root{color-scheme:light}
body{max-width:44rem;margin:0 auto;padding:2rem 1.25rem;background:#fff;color:#1a1c1e;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header{padding-bottom:.5rem;border-bottom:2px solid #0b5a6e;color:#0b5a6e;font-weight:700}
h1{margin:1.5rem 0 0;font-size:1.7rem;line-height:1.2}
h2{margin:1.5rem 0 .25rem;font-size:1.1rem}
p{margin:.25rem 0}
.muted{color:#565b61}
dl{margin:.75rem 0 0}
dl div{display:grid;grid-template-columns:12rem 1fr;gap:1rem;padding:.3rem 0;border-bottom:1px solid #dddcd6;break-inside:avoid}
dt{color:#565b61}
dd{margin:0;white-space:pre-line}
.number{font-weight:700}
.follow{display:flex;gap:1.25rem;align-items:flex-start;margin-top:1.5rem;break-inside:avoid}
.follow h2{margin:0}
.follow a{color:#0b5a6e}
svg{flex:none;width:7rem;height:7rem}
.signatures{display:flex;gap:2rem;margin-top:4rem;break-inside:avoid}
.signatures p{flex:1;padding-top:.25rem;border-top:1px solid #797e85;color:#565b61;font-size:.85rem}
footer{margin-top:2rem;color:#565b61;font-size:.85rem}
@media(max-width:30rem){dl div{grid-template-columns:1fr;gap:0}}
@media print{body{max-width:none;padding:0;font-size:11pt}}
`

const hash = createHash('sha256').update(SHEET).digest('base64')
/** No script and nothing from elsewhere; the desk shows it in a frame, to print it. */
export const RECEIPT_POLICY = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

/** The receipt as a page to print, which says the same as the document. */
export function receiptPage(receipt: Receipt): string {
  const { locale, title, kind, number, facts, content, follow, signatures, company } = receipt
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} ${number.text}</title>
        <style>${trusted(SHEET)}</style>
      </head>
      <body>
        ${company.name && html`<header>${company.name}</header>`}
        <main>
          <h1>${title}</h1>
          <p class="muted">${kind}</p>
          <dl>
            <div><dt>${number.label}</dt><dd class="number"><bdi>${number.text}</bdi></dd></div>
            ${facts.map(lineOf)}
          </dl>
          ${content.lines.length > 0 && html`<h2>${content.heading}</h2><dl>${content.lines.map(lineOf)}</dl>`}
          ${
            follow &&
            html`<section class="follow">${qrCode(follow.url)}<div><h2>${follow.heading}</h2><p>${follow.about}</p><p><a href="${follow.url}">${follow.url}</a></p></div></section>`
          }
          ${company.contact && html`<p class="muted">${company.contact}</p>`}
          <div class="signatures">${signatures.map((name) => html`<p>${name}</p>`)}</div>
        </main>
        ${company.imprint && html`<footer>${company.imprint}</footer>`}
      </body>
    </html>`.markup
}

function lineOf({ label, text }: ReceiptLine): Html {
  return html`<div><dt>${label}</dt><dd><bdi>${text}</bdi></dd></div>`
}

/** Beside the address in words, so it says nothing of its own to a screen reader. */
function qrCode(text: string): Html {
  const { data, size } = encode(text, { border: 1, ecc: 'M' })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return html`<svg aria-hidden="true" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${squares.join('')}" fill="#000"/></svg>`
}
