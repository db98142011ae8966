import { type DeadlineRule, plainDeadlineRule } from '../issue-types/index.ts'
import { tied, type Words } from './starter-type.ts'

/**
 * How long the shop has, as far as we know the law; the shop can change all of it. Nothing here says that the law lets
 * the clock stand still: that Czech and Slovak claims do so while the shop waits for the goods or for an answer is the
 * shop's way, of which customers read. No day rolls over a weekend where a law counts: an earlier day is kept, too.
 */
function rule(
  key: string,
  texts: { name: Words; words: Words },
  more: Partial<Omit<DeadlineRule, 'name' | 'words'>>,
): DeadlineRule {
  return plainDeadlineRule(key, { ...more, name: tied(texts.name), words: tied(texts.words) })
}

const CLAIM_MADE = { on: 'field', field: 'claim_made' } as const

export const WARRANTY_DEADLINES: readonly DeadlineRule[] = [
  rule(
    'pl-consumer',
    {
      name: {
        en: 'Poland: 14 days to answer',
        cs: 'Polsko: 14 dnů na odpověď',
        sk: 'Poľsko: 14 dní na odpoveď',
        pl: 'Polska: 14 dni na odpowiedź',
        de: 'Polen: 14 Tage für die Antwort',
      },
      words: {
        en: 'We answer within 14 days. If we do not, the claim is accepted by law.',
        cs: 'Odpovíme do 14 dnů. Pokud ne, je reklamace podle zákona uznaná.',
        sk: 'Odpovieme do 14 dní. Ak nie, je reklamácia podľa zákona uznaná.',
        pl: 'Odpowiadamy w ciągu 14 dni. Jeśli nie odpowiemy, reklamacja jest uznana z mocy prawa.',
        de: 'Wir antworten innerhalb von 14 Tagen. Wenn nicht, ist die Reklamation nach dem Gesetz anerkannt.',
      },
    },
    {
      law: 'PL',
      when: [{ field: 'locale', in: ['pl'] }],
      start: CLAIM_MADE,
      length: { days: 14, unit: 'calendar' },
      calendar: 'PL',
      until: 'answered',
      longer: 'needs-consent',
      silence: 'accepted',
    },
  ),
  rule(
    'sk-consumer',
    {
      name: {
        en: 'Slovakia: at most 30 days',
        cs: 'Slovensko: nejvýše 30 dnů',
        sk: 'Slovensko: najviac 30 dní',
        pl: 'Słowacja: najwyżej 30 dni',
        de: 'Slowakei: höchstens 30 Tage',
      },
      words: {
        en: 'We have at most 30 days for a claim. We do not count days on which we wait for you.',
        cs: 'Na reklamaci máme nejvýše 30 dnů. Dny, kdy čekáme na vás, nepočítáme.',
        sk: 'Na reklamáciu máme najviac 30 dní. Dni, keď čakáme na vás, nepočítame.',
        pl: 'Na reklamację mamy najwyżej 30 dni. Dni, w których czekamy na Państwa, nie liczymy.',
        de: 'Für eine Reklamation haben wir höchstens 30 Tage. Tage, an denen wir auf Sie warten, zählen wir nicht.',
      },
    },
    {
      law: 'SK',
      when: [{ field: 'locale', in: ['sk'] }],
      start: CLAIM_MADE,
      calendar: 'SK',
      pauses: true,
      until: 'settled',
      longer: 'needs-consent',
    },
  ),
  rule(
    'cz-consumer',
    {
      name: {
        en: 'Czechia: 30 days, Act 634/1992, section 19',
        cs: 'Česko: 30 dnů, zákon č. 634/1992 Sb., § 19',
        sk: 'Česko: 30 dní, zákon č. 634/1992 Zb., § 19',
        pl: 'Czechy: 30 dni, ustawa 634/1992, § 19',
        de: 'Tschechien: 30 Tage, Gesetz 634/1992, § 19',
      },
      words: {
        en: 'By law we have 30 days for a claim, more only if you agree. We do not count days on which we wait for you.',
        cs: 'Na reklamaci máme podle zákona 30 dnů, více jen s vaším souhlasem. Dny, kdy čekáme na vás, nepočítáme.',
        sk: 'Na reklamáciu máme podľa zákona 30 dní, viac len s vaším súhlasom. Dni, keď čakáme na vás, nepočítame.',
        pl: 'Na reklamację mamy zgodnie z prawem 30 dni, więcej tylko za Państwa zgodą. Dni, w których czekamy na Państwa, nie liczymy.',
        de: 'Für eine Reklamation haben wir nach dem Gesetz 30 Tage, mehr nur mit Ihrer Zustimmung. Tage, an denen wir auf Sie warten, zählen wir nicht.',
      },
    },
    {
      law: 'CZ',
      start: CLAIM_MADE,
      calendar: 'CZ',
      pauses: true,
      until: 'settled',
      longer: 'needs-consent',
    },
  ),
]

export const RETURN_DEADLINES: readonly DeadlineRule[] = [
  rule(
    'eu-withdrawal',
    {
      name: {
        en: 'EU: 14 days from the withdrawal',
        cs: 'EU: 14 dnů od odstoupení',
        sk: 'EÚ: 14 dní od odstúpenia',
        pl: 'UE: 14 dni od odstąpienia',
        de: 'EU: 14 Tage ab dem Widerruf',
      },
      words: {
        en: 'We settle a return within 14 days. We do not count days on which we wait for the goods.',
        cs: 'Vrácení vyřídíme do 14 dnů. Dny, kdy čekáme na zboží, nepočítáme.',
        sk: 'Vrátenie vybavíme do 14 dní. Dni, keď čakáme na tovar, nepočítame.',
        pl: 'Zwrot załatwiamy w ciągu 14 dni. Dni, w których czekamy na towar, nie liczymy.',
        de: 'Eine Rückgabe erledigen wir innerhalb von 14 Tagen. Tage, an denen wir auf die Ware warten, zählen wir nicht.',
      },
    },
    {
      law: 'EU',
      start: { on: 'field', field: 'withdrawal_date' },
      length: { days: 14, unit: 'calendar' },
      pauses: true,
    },
  ),
]

export const REPAIR_DEADLINES: readonly DeadlineRule[] = [
  rule(
    'own-repair',
    {
      name: {
        en: '21 days from the arrival of the device',
        cs: '21 dnů od přijetí zařízení',
        sk: '21 dní od prijatia zariadenia',
        pl: '21 dni od przyjęcia urządzenia',
        de: '21 Tage ab Eingang des Geräts',
      },
      words: {
        en: 'We aim to be done within 21 days. We do not count days on which we wait for you.',
        cs: 'Chceme být hotovi do 21 dnů. Dny, kdy čekáme na vás, nepočítáme.',
        sk: 'Chceme byť hotoví do 21 dní. Dni, keď čakáme na vás, nepočítame.',
        pl: 'Chcemy skończyć w ciągu 21 dni. Dni, w których czekamy na Państwa, nie liczymy.',
        de: 'Wir wollen innerhalb von 21 Tagen fertig sein. Tage, an denen wir auf Sie warten, zählen wir nicht.',
      },
    },
    {
      start: { on: 'step', step: 'device-received' },
      length: { days: 21, unit: 'calendar' },
      roll: 'next-working-day',
      calendar: 'CZ',
      pauses: true,
      until: 'settled',
    },
  ),
]

export const SERVICE_DEADLINES: readonly DeadlineRule[] = [
  rule(
    'own-service',
    {
      name: {
        en: '30 days to answer',
        cs: '30 dnů na odpověď',
        sk: '30 dní na odpoveď',
        pl: '30 dni na odpowiedź',
        de: '30 Tage für die Antwort',
      },
      words: {
        en: 'We aim to answer within 30 days. We do not count days on which we wait for you.',
        cs: 'Chceme odpovědět do 30 dnů. Dny, kdy čekáme na vás, nepočítáme.',
        sk: 'Chceme odpovedať do 30 dní. Dni, keď čakáme na vás, nepočítame.',
        pl: 'Chcemy odpowiedzieć w ciągu 30 dni. Dni, w których czekamy na Państwa, nie liczymy.',
        de: 'Wir wollen innerhalb von 30 Tagen antworten. Tage, an denen wir auf Sie warten, zählen wir nicht.',
      },
    },
    { start: CLAIM_MADE, calendar: 'CZ', roll: 'next-working-day', pauses: true, until: 'answered' },
  ),
]
