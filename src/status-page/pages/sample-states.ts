import type { PageLocale } from '../../base/index.ts'
import { NO_COMPANY } from '../../company/index.ts'
import {
  badRequestPage,
  errorPage,
  formPage,
  refusedPage,
  throttledPage,
  unavailablePage,
  viewPage,
} from './index.ts'
import type { PublicIssue } from '../public-issue.ts'
import {
  NOW,
  NUMBER,
  sampleAllTypes,
  sampleFiles,
  sampleFrame,
  sampleIssue,
  sampleMessages,
  sampleNext,
  sampleProgress,
  sampleShop,
  sampleValues,
  TYPE,
} from './samples.ts'

const HEADER =
  '<p><strong>Northlight</strong> <small>since 1998</small></p><p><a href="https://northlight.example/help" rel="noopener noreferrer nofollow">Help and <em>spare parts</em></a></p>'
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Every page in every state, by a name that can be a file's, in one language. */
export function samplePages(locale: PageLocale): ReadonlyMap<string, string> {
  return new Map([...formStates(locale), ...noticeStates(locale), ...viewStates(locale)])
}

type State = readonly [name: string, html: string]

function formStates(locale: PageLocale): readonly State[] {
  const frame = sampleFrame(locale)
  const content = {
    action: `/${locale}/status/warranty`,
    issue: '',
    verification: 'email-or-phone',
    typeName: TYPE[locale],
    numberExample: NUMBER,
  } as const
  const bare = sampleFrame(locale, sampleShop({ company: NO_COMPANY }))
  return [
    ['form-either', formPage(frame, content)],
    ['form-email', formPage(frame, { ...content, verification: 'email', issue: NUMBER })],
    ['form-phone', formPage(frame, { ...content, verification: 'phone' })],
    ['form-bare', formPage(bare, { ...content, numberExample: null })],
    ['refused', refusedPage(frame, { ...content, issue: NUMBER })],
  ]
}

function noticeStates(locale: PageLocale): readonly State[] {
  const frame = sampleFrame(locale)
  const ownerless = sampleFrame(locale, null)
  const formHref = `/${locale}/status/warranty`
  return [
    ['throttled', throttledPage(frame, { formHref, retryAfterSeconds: 3600 })],
    ['error', errorPage(ownerless)],
    ['unavailable', unavailablePage(ownerless)],
    ['bad-request', badRequestPage(ownerless, 'bad-request')],
    ['bad-method', badRequestPage(ownerless, 'method')],
    ['bad-size', badRequestPage(ownerless, 'too-large')],
  ]
}

function viewStates(locale: PageLocale): readonly State[] {
  const cs = locale === 'cs'
  const view = (change: Partial<PublicIssue> = {}, shop = sampleShop()) =>
    viewPage(sampleFrame(locale, shop), sampleIssue(locale, change), {
      leaveAction: `/${locale}/status/warranty/leave`,
    })
  const rest = [sampleValues(locale), sampleMessages(locale), sampleFiles()]
  const rich = sampleShop({ header: HEADER, metaTitle: cs ? 'Vaše reklamace' : 'Your claim' })
  const long = {
    from: 'shop',
    at: NOW,
    body: `${LONG}\n\n${'Plain words go on and on. '.repeat(40)}`,
  } as const
  return [
    ['view-shop', view()],
    ['view-customer', view({ ...customerState(locale), parts: [...customerParts(locale), ...rest] })],
    ['view-customer-last', view({ ...customerState(locale), parts: [...rest, ...customerParts(locale)] })],
    [
      'view-partner',
      view({
        headline: cs ? 'Výrobek je v servisu' : 'Your product is at the service centre',
        explanation: null,
        parts: [sampleProgress(), sampleNext(locale, { turn: 'partner', due: null }), ...rest],
      }),
    ],
    [
      'view-late',
      view({
        parts: [
          sampleProgress(undefined, '2026-11-20'),
          sampleNext(locale, { due: { date: '2026-11-20', daysLeft: -3 } }),
          ...rest,
        ],
      }),
    ],
    ['view-rejected', view({ ...rejectedState(locale), parts: [...rejectedParts(locale), ...rest] })],
    [
      'view-rejected-done',
      view({
        ...rejectedState(locale),
        parts: [
          sampleProgress(['done', 'done', 'skipped', 'done', 'current'], null),
          sampleNext(locale, { text: null, settled: { what: 'done', at: NOW }, due: null }),
          ...rest,
        ],
      }),
    ],
    ['view-done', view({ ...doneState(locale), parts: [...doneParts(locale), ...rest] })],
    ['view-downloads-off', view({ parts: [sampleProgress(), sampleNext(locale), sampleFiles(false)] })],
    ['view-all-types', view({ parts: [sampleProgress(), sampleNext(locale), sampleAllTypes()] })],
    ['view-plain', view({ headline: null, explanation: null, tone: 'plain', parts: [sampleValues(locale)] })],
    [
      'view-long',
      view({
        headline: `${cs ? 'Čekáme na náhradní díl' : 'We are waiting for a spare part'} ${LONG}`,
        explanation: 'Plain words go on and on. '.repeat(12),
        parts: [
          sampleProgress(),
          sampleNext(locale),
          {
            kind: 'values',
            items: [{ key: 'long', label: LONG, value: { type: 'long-text', text: long.body } }],
          },
          { kind: 'messages', label: null, messages: [long, { ...long, from: 'customer' }] },
          { ...sampleFiles(), files: sampleFiles().files.map((file) => ({ ...file, name: `${LONG}.pdf` })) },
        ],
      }),
    ],
    ['view-rich-header', view({}, rich)],
    [
      'view-bare',
      view({ parts: [sampleProgress(), sampleNext(locale)] }, sampleShop({ company: NO_COMPANY })),
    ],
  ]
}

function customerState(locale: PageLocale): Partial<PublicIssue> {
  const cs = locale === 'cs'
  return {
    tone: 'customer',
    headline: cs ? 'Pošlete nám prosím výrobek' : 'Please send us the product',
    explanation: cs
      ? 'Reklamaci jsme přijali. Abychom mohli výrobek vyzkoušet, potřebujeme ho mít u sebe.'
      : 'We have accepted the claim for handling. To test the product we need to have it here.',
  }
}

function customerParts(locale: PageLocale): PublicIssue['parts'] {
  const text =
    locale === 'cs'
      ? 'Výrobek dobře zabalte a odevzdejte ho se štítkem z e-mailu na kterémkoli výdejním místě. Poštovné platíme my.'
      : 'Pack the product well and hand it in with the label from our e-mail at any parcel shop. We pay the postage.'
  return [
    sampleProgress(),
    sampleNext(locale, { text, turn: 'customer', due: { date: '2026-11-30', daysLeft: 7 } }),
  ]
}

function rejectedState(locale: PageLocale): Partial<PublicIssue> {
  const cs = locale === 'cs'
  return {
    tone: 'rejected',
    headline: cs ? 'Reklamaci jsme nemohli uznat' : 'We could not accept this claim',
    explanation: cs
      ? 'Netěsnost způsobil vodní kámen. Záruka se vztahuje na vady materiálu a zpracování a žádnou jsme nenašli.'
      : 'The leak comes from limescale. The guarantee covers faults in material and making, and we found none.',
  }
}

function rejectedParts(locale: PageLocale): PublicIssue['parts'] {
  const text = locale === 'cs' ? 'Výrobek vám pošleme zpět.' : 'We send the product back to you.'
  return [
    sampleProgress(['done', 'done', 'skipped', 'current', 'upcoming'], null),
    sampleNext(locale, { text, due: null, settled: { what: 'decided', at: NOW } }),
  ]
}

function doneState(locale: PageLocale): Partial<PublicIssue> {
  const cs = locale === 'cs'
  return {
    tone: 'done',
    headline: cs ? 'Reklamace je vyřízena' : 'Your claim is settled',
    explanation: cs
      ? 'Uznali jsme ji, výrobek opravili a poslali vám ho zpět.'
      : 'We accepted it, repaired your product and sent it back to you.',
  }
}

function doneParts(locale: PageLocale): PublicIssue['parts'] {
  const text =
    locale === 'cs'
      ? 'Na opravenou část platí záruka o 12 měsíců déle.'
      : 'The guarantee on the repaired part is 12 months longer.'
  return [
    sampleProgress(['done', 'done', 'done', 'done', 'current'], null),
    sampleNext(locale, { text, due: null, settled: { what: 'done', at: NOW } }),
  ]
}
