import type { Field } from '../issue-types/index.ts'
import { field } from './starter-type.ts'

/** The fields that only paid repairs and complaints about service need. */
export const REPAIR_AND_SERVICE_FIELDS: readonly Field[] = [
  // The device
  field(
    'device',
    'text',
    { en: 'Device', cs: 'Přístroj', sk: 'Prístroj', pl: 'Urządzenie', de: 'Gerät' },
    { filterable: true },
  ),
  field('device_pin', 'text', {
    en: 'PIN or unlock code',
    cs: 'PIN nebo kód k odemknutí',
    sk: 'PIN alebo kód na odomknutie',
    pl: 'PIN lub kod odblokowania',
    de: 'PIN oder Entsperrcode',
  }),

  // The quote
  field('repair_work', 'long-text', {
    en: 'Work in the quote',
    cs: 'Navržená oprava',
    sk: 'Navrhnutá oprava',
    pl: 'Proponowana naprawa',
    de: 'Vorgeschlagene Reparatur',
  }),
  field('quote_amount', 'money', {
    en: 'Price of the repair',
    cs: 'Cena opravy',
    sk: 'Cena opravy',
    pl: 'Koszt naprawy',
    de: 'Preis der Reparatur',
  }),
  field(
    'quote_valid_until',
    'date',
    {
      en: 'Quote valid until',
      cs: 'Nabídka platí do',
      sk: 'Ponuka platí do',
      pl: 'Wycena ważna do',
      de: 'Angebot gültig bis',
    },
    { filterable: true },
  ),
  field('quote_approved_on', 'date', {
    en: 'Quote approved on',
    cs: 'Nabídka schválena',
    sk: 'Ponuka schválená',
    pl: 'Wycena zaakceptowana',
    de: 'Angebot angenommen am',
  }),

  // The work
  field(
    'parts_expected',
    'date',
    {
      en: 'Part expected on',
      cs: 'Díl očekáváme',
      sk: 'Diel očakávame',
      pl: 'Część spodziewana',
      de: 'Ersatzteil erwartet am',
    },
    { filterable: true },
  ),
  field('test_result', 'long-text', {
    en: 'Test result',
    cs: 'Výsledek zkoušky',
    sk: 'Výsledok skúšky',
    pl: 'Wynik testu',
    de: 'Prüfergebnis',
  }),

  // The handover
  field('ready_from', 'date', {
    en: 'Ready from',
    cs: 'Připraveno od',
    sk: 'Pripravené od',
    pl: 'Gotowe od',
    de: 'Abholbereit ab',
  }),
  field('pickup_place', 'text', {
    en: 'Where to collect it',
    cs: 'Místo vyzvednutí',
    sk: 'Miesto prevzatia',
    pl: 'Miejsce odbioru',
    de: 'Abholort',
  }),
  field('handed_over_on', 'date', {
    en: 'Handed over on',
    cs: 'Předáno',
    sk: 'Odovzdané',
    pl: 'Wydano',
    de: 'Übergeben am',
  }),

  // The complaint about service
  field(
    'complaint_about',
    'choice',
    {
      en: 'Complaint about',
      cs: 'Čeho se stížnost týká',
      sk: 'Čoho sa sťažnosť týka',
      pl: 'Czego dotyczy skarga',
      de: 'Worum es geht',
    },
    {
      filterable: true,
      options: {
        staff: {
          en: 'Behaviour of staff',
          cs: 'Jednání personálu',
          sk: 'Správanie personálu',
          pl: 'Zachowanie personelu',
          de: 'Verhalten des Personals',
        },
        delivery: { en: 'Delivery', cs: 'Doručení', sk: 'Doručenie', pl: 'Dostawa', de: 'Lieferung' },
        communication: {
          en: 'Communication',
          cs: 'Komunikace',
          sk: 'Komunikácia',
          pl: 'Komunikacja',
          de: 'Kommunikation',
        },
        price: {
          en: 'Price or billing',
          cs: 'Cena nebo vyúčtování',
          sk: 'Cena alebo vyúčtovanie',
          pl: 'Cena lub rozliczenie',
          de: 'Preis oder Rechnung',
        },
        other: { en: 'Other', cs: 'Jiné', sk: 'Iné', pl: 'Inne', de: 'Sonstiges' },
      },
    },
  ),
  field('what_happened', 'long-text', {
    en: 'What happened',
    cs: 'Co se stalo',
    sk: 'Čo sa stalo',
    pl: 'Co się stało',
    de: 'Was passiert ist',
  }),
  field('happened_on', 'date', {
    en: 'When it happened',
    cs: 'Kdy se to stalo',
    sk: 'Kedy sa to stalo',
    pl: 'Kiedy to się stało',
    de: 'Wann es passiert ist',
  }),
  field('wish', 'long-text', {
    en: 'What the customer asks for',
    cs: 'Co si zákazník přeje',
    sk: 'Čo si zákazník želá',
    pl: 'Czego klient oczekuje',
    de: 'Wunsch des Kunden',
  }),
  field('findings', 'long-text', {
    en: 'Findings',
    cs: 'Zjištění',
    sk: 'Zistenia',
    pl: 'Ustalenia',
    de: 'Feststellungen',
  }),
  field('proposed_solution', 'long-text', {
    en: 'Proposed solution',
    cs: 'Navržené řešení',
    sk: 'Navrhnuté riešenie',
    pl: 'Proponowane rozwiązanie',
    de: 'Vorgeschlagene Lösung',
  }),
  field('measures', 'long-text', {
    en: 'Measures taken',
    cs: 'Přijatá opatření',
    sk: 'Prijaté opatrenia',
    pl: 'Podjęte działania',
    de: 'Getroffene Maßnahmen',
  }),
]
