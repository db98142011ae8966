import { expect, test } from 'vitest'
import { PAGE_LOCALES } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { setPage, setPageView } from './support.ts'

onBothStores('languages', (app) => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['cs', 'cs'],
    ['CS-cz', 'cs'],
    ['en;q=0.4, cs;q=0.6', 'cs'],
    ['en;q=0.6,cs;q=0.4', 'en'],
    ['fr, de;q=0.9, cs;q=0.1', 'de'],
    ['fr, hu;q=0.9, cs;q=0.1', 'cs'],
    ['fr-CH, fr;q=0.9, *;q=0.5', 'en'],
    ['cs;q=0, en;q=0.1', 'en'],
    ['cs;q=0', 'en'],
    ['en;q=0, *', 'cs'],
    ['en;q=0, cs;q=0, *', 'de'],
    ['*, cs;q=0.9', 'en'],
    ['cs;q=1.000,en', 'cs'],
    ['cs;level=1;q=0.2, en;q=0.9', 'en'],
    ['xx;q=2, cs;q=nonsense', 'cs'],
    [';;;,,,q=0', 'en'],
    ['__proto__, constructor', 'en'],
    [`${'fr,'.repeat(200)}cs`, 'en'],
    ['"cs"', 'en'],
  ])("R15 an address without a language leads to the visitor's best: %s", async (accepted, locale) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted }
    const response = await getPage(app(), '/status/warranty', headers)
    expect(response.statusCode).toBe(302)
    expect(response.headers.location).toBe(`/${locale}/status/warranty`)
    expect(response.headers['vary']).toBe('accept-language')
    expect(response.headers['cache-control']).toBe('no-store')
  })

  test('R32 it keeps the number and nothing else, and leads nowhere else', async () => {
    const to = async (query: string) => (await getPage(app(), `/status/warranty${query}`)).headers.location
    expect(await to('?issue=WC-26-1')).toBe('/en/status/warranty?issue=WC-26-1')
    expect(await to('?issue=%20a%2Fb%20c%23d%26e')).toBe('/en/status/warranty?issue=a%2Fb%20c%23d%26e')
    expect(await to('?next=https://evil.example&url=//evil.example')).toBe('/en/status/warranty')
    expect(await to('?issue=a&issue=b')).toBe('/en/status/warranty')
    expect(await to('?issue=A%0d%0aSet-Cookie:%20a=b')).toBe(
      '/en/status/warranty?issue=A%0D%0ASet-Cookie%3A%20a%3Db',
    )
    expect(await to('?issue=%E2%80%AEKM7')).toBe('/en/status/warranty?issue=%E2%80%AEKM7')
    for (const page of ['%2F%2Fevil.example', '%5Cevil.example', 'evil.example', '..%2Fwarranty']) {
      const response = await getPage(app(), `/status/${page}`)
      expect(response.statusCode, page).toBe(404)
      expect(response.headers.location, page).toBeUndefined()
    }
  })

  test('the form and the issue offer all languages and keep the number', async () => {
    const { number, email } = await openTestIssue(app(), { locale: 'cs' })
    const links = (body: string) =>
      [...body.matchAll(/<li><a href="([^"]*)" lang="([^"]*)" hreflang="\2"( aria-current="true")?>/g)].map(
        ([, href, lang, current]) => [lang, href, Boolean(current)],
      )
    const expected = (current: string, issue: string) =>
      PAGE_LOCALES.map(({ tag }) => [tag, `/${tag}/status/warranty${issue}`, tag === current])
    expect(links((await getPage(app(), '/en/status/warranty')).body)).toEqual(expected('en', ''))
    const filled = await getPage(app(), '/cs/status/warranty?issue=a%20b')
    expect(links(filled.body)).toEqual(expected('cs', '?issue=a%20b'))
    const cookie = await signIn(app(), { issue: number, contact: email })
    for (const { tag } of PAGE_LOCALES) {
      const page = await getPage(app(), `/${tag}/status/warranty?issue=${number}`, { cookie })
      expect(page.body).toContain('Kettle K200')
      expect(page.body).toContain(`<html lang="${tag}"`)
      expect(links(page.body)).toEqual(expected(tag, `?issue=${number}`))
    }
    // A refusal keeps the number in the field, and out of the addresses.
    const refused = await lookUp(app(), { issue: number, contact: 'x@example.org' }, { locale: 'cs' })
    expect(links(refused.body)).toEqual(expected('cs', ''))
  })

  test('header and title fall back: the page, then the issue, then the default, then any', async () => {
    const { number, email } = await openTestIssue(app(), { locale: 'sk' })
    const shown = async (header: Record<string, string>, locale: string) => {
      await setPage(app(), { header, metaTitle: header })
      const cookie = await signIn(app(), { issue: number, contact: email })
      const page = await getPage(app(), `/${locale}/status/warranty?issue=${number}`, { cookie })
      const form = await getPage(app(), `/${locale}/status/warranty`)
      return [/<p>(HEADER \w+)/.exec(page.body)?.[1], /<p>(HEADER \w+)/.exec(form.body)?.[1]]
    }
    const html = (...tags: string[]) =>
      Object.fromEntries(tags.map((tag) => [tag, `<p>HEADER ${tag.replace('-', '_')}</p>`]))
    expect(await shown(html('cs', 'sk', 'en', 'de'), 'cs')).toEqual(['HEADER cs', 'HEADER cs'])
    expect(await shown(html('sk', 'en', 'de'), 'cs')).toEqual(['HEADER sk', 'HEADER en'])
    expect(await shown(html('en', 'de'), 'cs')).toEqual(['HEADER en', 'HEADER en'])
    expect(await shown(html('de'), 'cs')).toEqual(['HEADER de', 'HEADER de'])
    expect(await shown({}, 'cs')).toEqual([undefined, undefined])
  })

  test('a text that falls back to another language tells which, and the others tell nothing', async () => {
    const { number, email } = await openTestIssue(app(), { locale: 'cs' })
    await setPage(app(), { header: { cs: '<p>Obchod</p>' }, metaTitle: { de: 'Stand' } })
    await setPageView(app(), ['progress', { field: 'product', label: { ar: 'المنتج' } }])
    const cookie = await signIn(app(), { issue: number, contact: email })
    const languagesOn = async (locale: string) => {
      const { body } = await getPage(app(), `/${locale}/status/warranty?issue=${number}`, { cookie })
      const marked = [...body.matchAll(/<(\w+)[^>]* lang="(\w+)"(?: dir="(\w+)")?>/g)]
      return marked.map(([, element, lang, dir]) => [element, lang, dir].filter(Boolean).join(' '))
    }
    expect(await languagesOn('en')).toEqual(['html en ltr', 'div cs', 'dt ar rtl'])
    expect(await languagesOn('cs')).toEqual(['html cs ltr', 'dt ar rtl'])
  })

  test('a stage is called the same on the page and in the API, in every language', async () => {
    for (const { tag } of PAGE_LOCALES) {
      const { number, email } = await openTestIssue(app(), { locale: tag })
      await setPageView(app(), ['progress'])
      const cookie = await signIn(app(), { issue: number, contact: email })
      const { body } = await getPage(app(), `/${tag}/status/warranty?issue=${number}`, { cookie })
      const shown = [
        ...body.matchAll(/class="rk-stage__name"><span class="rk-hidden">.*?<\/span>(.*?)<\/span>/g),
      ]
      const { json } = await call(app(), 'GET', `/issues/${number}`)
      expect(json.progress.map(({ label }: { label: string }) => label)).toEqual(
        shown.map(([, name]) => name),
      )
      expect(shown).toHaveLength(5)
    }
  })
})
