import { expect, test } from 'vitest'
import { removedPlaces } from './removed-places'

const said = (text: string, what: string) =>
  removedPlaces(text, what).map(({ from, to }) => text.slice(from, to))

test.each([
  ['a{b:c}\n\n  @import "x";@import "y";', '@import (line 3, column 3, and 1 more)', ['@import']],
  ['a{position:fixed}', 'position: fixed (line 1, column 3)', ['position:fixed}']],
  ['a', '@import (line 9, column 9)', ['']],
  ['<p>hi</p><script>x()</script>', '<script>', ['<script>', '</script>']],
  ['<scripty><SCRIPT src=x>', '<script>', ['<SCRIPT src=x>']],
  ['<a onclick="x" href="/onclick">a</a><b onclick=y>', 'onclick on <a>', ['onclick']],
  ['<img src="javascript:x" alt="">', 'src="javascript:x" on <img>', ['src']],
  ['<p><!-- a --><!-- b', '<!-- … -->', ['<!-- a -->', '<!-- b']],
  ['anything', '12 more', []],
  ['<x-y>', '<x-y> (2 times)', ['<x-y>']],
])('in %j, %s stands at %j', (text, what, places) => {
  expect(said(text, what)).toEqual(places)
})
