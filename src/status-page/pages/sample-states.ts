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
  say,
  TYPE,
} from './samples.ts'

const HEADER =
  '<p><strong>Northlight</strong> <small>since 1998</small></p><p><a href="https://northlight.example/help" rel="noopener noreferrer nofollow">Help and <em>spare parts</em></a></p>'
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Every page in every state, by a name that can be a file's, in one language. */
export function samplePages(locale: PageLocale): ReadonlyMap<string, string> {
  return new Map([...formStates(locale), ...noticeStates(locale), ...viewStates(locale)])
}

const LOGO = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><path d="M0 36 20 4l20 32z"/></svg>')}`

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
  const withLogo = sampleFrame(locale, sampleShop({ logo: LOGO }))
  return [
    ['form-either', formPage(frame, content)],
    ['form-email', formPage(frame, { ...content, verification: 'email', issue: NUMBER })],
    ['form-phone', formPage(frame, { ...content, verification: 'phone' })],
    ['form-bare', formPage(bare, { ...content, numberExample: null })],
    ['form-logo', formPage(withLogo, content)],
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
  const view = (change: Partial<PublicIssue> = {}, shop = sampleShop()) =>
    viewPage(sampleFrame(locale, shop), sampleIssue(locale, change), {
      leaveAction: `/${locale}/status/warranty/leave`,
    }).toString()
  const rest = [sampleValues(locale), sampleMessages(locale), sampleFiles()]
  const rich = sampleShop({
    header: HEADER,
    metaTitle: say(locale, {
      en: 'Your claim',
      cs: 'Vaše reklamace',
      sk: 'Vaša reklamácia',
      pl: 'Państwa reklamacja',
      de: 'Ihre Reklamation',
    }),
  })
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
        headline: say(locale, {
          en: 'Your product is at the service centre',
          cs: 'Výrobek je v servisu',
          sk: 'Výrobok je v servise',
          pl: 'Produkt jest w serwisie',
          de: 'Ihr Produkt ist beim Kundendienst',
        }),
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
    ...deadlineStates(locale, view, rest),
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
        headline: `${say(locale, { en: 'We are waiting for a spare part', cs: 'Čekáme na náhradní díl', sk: 'Čakáme na náhradný diel', pl: 'Czekamy na część zamienną', de: 'Wir warten auf ein Ersatzteil' })} ${LONG}`,
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

/** What is told of a deadline besides the day. */
function deadlineStates(
  locale: PageLocale,
  view: (change: Partial<PublicIssue>) => string,
  rest: PublicIssue['parts'],
): readonly State[] {
  const words = say(locale, {
    en: 'By law we have 30 days for a claim, more only if you agree. We do not count days on which we wait for you.',
    cs: 'Na reklamaci máme podle zákona 30 dnů, více jen s vaším souhlasem. Dny, kdy čekáme na vás, nepočítáme.',
    sk: 'Na reklamáciu máme podľa zákona 30 dní, viac len s vaším súhlasom. Dni, keď čakáme na vás, nepočítame.',
    pl: 'Na reklamację mamy zgodnie z prawem 30 dni, więcej tylko za Państwa zgodą. Dni, w których czekamy na Państwa, nie liczymy.',
    de: 'Für eine Reklamation haben wir nach dem Gesetz 30 Tage, mehr nur mit Ihrer Zustimmung. Tage, an denen wir auf Sie warten, zählen wir nicht.',
  })
  const step = say(locale, {
    en: 'Your device is with us',
    cs: 'Vaše zařízení je u nás',
    sk: 'Vaše zariadenie je u nás',
    pl: 'Państwa urządzenie jest u nas',
    de: 'Ihr Gerät ist bei uns',
  })
  const [, call] = customerParts(locale)
  const paused = { due: null, clock: { state: 'paused', since: '2026-11-18' }, words } as const
  const waiting = { due: null, clock: { state: 'waiting', step }, words } as const
  const bare = sampleProgress(undefined, null)
  return [
    ['view-deadline-words', view({ parts: [sampleProgress(), sampleNext(locale, { words }), ...rest] })],
    [
      'view-deadline-agreed',
      view({ parts: [sampleProgress(), sampleNext(locale, { words, agreedOn: '2026-11-20' }), ...rest] }),
    ],
    [
      'view-deadline-paused',
      view({
        ...customerState(locale),
        parts: [bare, ...(call?.kind === 'next' ? [{ ...call, ...paused }] : []), ...rest],
      }),
    ],
    [
      'view-deadline-paused-partner',
      view({ parts: [bare, sampleNext(locale, { ...paused, turn: 'partner' }), ...rest] }),
    ],
    ['view-deadline-waiting', view({ parts: [bare, sampleNext(locale, waiting), ...rest] })],
  ]
}

function customerState(locale: PageLocale): Partial<PublicIssue> {
  return {
    tone: 'customer',
    headline: say(locale, {
      en: 'Please send us the product',
      cs: 'Pošlete nám prosím výrobek',
      sk: 'Pošlite nám, prosím, výrobok',
      pl: 'Prosimy przesłać nam produkt',
      de: 'Bitte schicken Sie uns das Produkt',
    }),
    explanation: say(locale, {
      en: 'We have accepted the claim for handling. To test the product we need to have it here.',
      cs: 'Reklamaci jsme přijali. Abychom mohli výrobek otestovat, potřebujeme ho mít u sebe.',
      sk: 'Reklamáciu sme prijali. Aby sme mohli výrobok otestovať, potrebujeme ho mať u seba.',
      pl: 'Przyjęliśmy reklamację. Aby przetestować produkt, musimy mieć go u siebie.',
      de: 'Wir haben die Reklamation angenommen. Um das Produkt zu prüfen, brauchen wir es hier.',
    }),
  }
}

function customerParts(locale: PageLocale): PublicIssue['parts'] {
  const text = say(locale, {
    en: 'Pack the product well and hand it in with the label from our e-mail at any parcel shop. We pay the postage.',
    cs: 'Výrobek dobře zabalte a odevzdejte ho se štítkem z e-mailu na kterémkoli výdejním místě. Poštovné platíme my.',
    sk: 'Výrobok dobre zabaľte a odovzdajte ho so štítkom z e-mailu na ktoromkoľvek výdajnom mieste. Poštovné platíme my.',
    pl: 'Produkt prosimy dobrze zapakować i nadać z etykietą z e-maila w dowolnym punkcie. Za przesyłkę płacimy my.',
    de: 'Verpacken Sie das Produkt gut und geben Sie es mit dem Etikett aus unserer E-Mail in einem Paketshop ab. Das Porto zahlen wir.',
  })
  return [
    sampleProgress(),
    sampleNext(locale, { text, turn: 'customer', due: { date: '2026-11-30', daysLeft: 7 } }),
  ]
}

function rejectedState(locale: PageLocale): Partial<PublicIssue> {
  return {
    tone: 'rejected',
    headline: say(locale, {
      en: 'We could not accept this claim',
      cs: 'Reklamaci jsme nemohli uznat',
      sk: 'Reklamáciu sme nemohli uznať',
      pl: 'Nie mogliśmy uznać reklamacji',
      de: 'Wir können diese Reklamation nicht anerkennen',
    }),
    explanation: say(locale, {
      en: 'The leak comes from limescale. The guarantee covers faults in material and making, and we found none.',
      cs: 'Netěsnost způsobil vodní kámen. Záruka se vztahuje na vady materiálu a zpracování a žádnou jsme nenašli.',
      sk: 'Netesnosť spôsobil vodný kameň. Záruka sa vzťahuje na vady materiálu a spracovania a žiadnu sme nenašli.',
      pl: 'Nieszczelność spowodował kamień. Gwarancja obejmuje wady materiału i wykonania, a żadnej nie znaleźliśmy.',
      de: 'Ursache der Undichtigkeit ist Kalk. Die Garantie deckt Material- und Herstellungsfehler, und wir haben keinen gefunden.',
    }),
  }
}

function rejectedParts(locale: PageLocale): PublicIssue['parts'] {
  const text = say(locale, {
    en: 'We send the product back to you.',
    cs: 'Výrobek vám pošleme zpět.',
    sk: 'Výrobok vám pošleme späť.',
    pl: 'Odeślemy Państwu produkt.',
    de: 'Wir schicken Ihnen das Produkt zurück.',
  })
  return [
    sampleProgress(['done', 'done', 'skipped', 'current', 'upcoming'], null),
    sampleNext(locale, { text, due: null, settled: { what: 'decided', at: NOW } }),
  ]
}

function doneState(locale: PageLocale): Partial<PublicIssue> {
  return {
    tone: 'done',
    headline: say(locale, {
      en: 'Your claim is settled',
      cs: 'Reklamace je vyřízena',
      sk: 'Reklamácia je vybavená',
      pl: 'Reklamacja jest załatwiona',
      de: 'Ihre Reklamation ist erledigt',
    }),
    explanation: say(locale, {
      en: 'We accepted it, repaired your product and sent it back to you.',
      cs: 'Uznali jsme ji, výrobek opravili a poslali vám ho zpět.',
      sk: 'Uznali sme ju, výrobok sme opravili a poslali vám ho späť.',
      pl: 'Uznaliśmy ją, naprawiliśmy produkt i odesłaliśmy go do Państwa.',
      de: 'Wir haben sie anerkannt, das Produkt repariert und an Sie zurückgeschickt.',
    }),
  }
}

function doneParts(locale: PageLocale): PublicIssue['parts'] {
  const text = say(locale, {
    en: 'The guarantee on the repaired part is 12 months longer.',
    cs: 'Na opravenou část platí záruka o 12 měsíců déle.',
    sk: 'Na opravenú časť platí záruka o 12 mesiacov dlhšie.',
    pl: 'Gwarancja na naprawioną część jest dłuższa o 12 miesięcy.',
    de: 'Die Garantie auf das reparierte Teil gilt 12 Monate länger.',
  })
  return [
    sampleProgress(['done', 'done', 'done', 'done', 'current'], null),
    sampleNext(locale, { text, due: null, settled: { what: 'done', at: NOW } }),
  ]
}
