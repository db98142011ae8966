import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { expectReadable } from './readable.ts'
import { PHONE, pathOf, titleOf, visit, type Visitor } from './visitor.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  // One of these pages is what customers see while the store is held; of that the program rightly complains.
  await demo?.stop(/database is locked/)
})

type State = {
  state: string
  status: number
  title: { en: string; cs: string }
  reach: (visitor: Visitor, locale: 'en' | 'cs') => Promise<number>
}

const contact = 'jana@example.com'
const FORM = { en: 'See where it stands', cs: 'Zjistěte aktuální stav' }

/** Every page that is no answer, and the way there. */
const STATES: readonly State[] = [
  {
    state: 'form',
    status: 200,
    title: FORM,
    reach: async ({ open }, locale) => open(pathOf(locale, 'warranty')),
  },
  {
    state: 'refused',
    status: 422,
    title: FORM,
    reach: async ({ lookUp }, locale) => lookUp({ issue: `WC-00-00000-${locale}`, contact }),
  },
  {
    state: 'throttled',
    status: 429,
    title: { en: 'Please try again in about a minute', cs: 'Zkuste to prosím asi za minutu' },
    reach: async ({ lookUp }, locale) => {
      for (let attempt = 1; attempt <= 5; attempt++) await lookUp({ issue: `WC-00-11111-${locale}`, contact })
      return lookUp({ contact })
    },
  },
  {
    state: 'no such page',
    status: 404,
    title: { en: 'This page is not available', cs: 'Tato stránka není dostupná' },
    reach: async ({ open }, locale) => open(pathOf(locale, 'no-such-page')),
  },
  {
    state: 'store held by another process',
    status: 503,
    title: { en: 'We can’t reach the system right now', cs: 'Systém teď není dostupný' },
    reach: async ({ lookUp }, locale) => {
      const store = new DatabaseSync(join(demo.dataDir, 'reklamator.sqlite'))
      try {
        store.exec('begin immediate')
        return await lookUp({ issue: `WC-00-22222-${locale}`, contact })
      } finally {
        store.close()
      }
    },
  },
]

describe('I can read every other page, whatever my screen, my eyes and my browser', () => {
  const cases = STATES.flatMap((state) => (['en', 'cs'] as const).map((locale) => ({ ...state, locale })))

  test.each(cases)('$state, $locale', async ({ status, title, reach, locale }) => {
    await visit(browser, demo, { locale, scripts: true, screen: PHONE }, async (visitor) => {
      await visitor.open(pathOf(locale, 'warranty'))
      expect(await reach(visitor, locale)).toBe(status)
      expect(await titleOf(visitor.page)).toBe(title[locale])
      await expectReadable(visitor)
    })
  })
})
