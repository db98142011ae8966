import type { Words } from '../starter-type.ts'
import { FACTS } from './facts.ts'
import { GREETING, LINK, PAGE_ASKS, REGARDS, WHAT_NEXT } from './frame.ts'
import { always, list, type StarterTemplate, template } from './parts.ts'

/** Each confirms in writing what was received and when. */
export const RECEIPTS: readonly StarterTemplate[] = [
  receipt(
    'claim-received',
    'Warranty claim: confirmation',
    {
      en: 'We have your claim {{ issue_number }}',
      cs: 'Potvrzení reklamace {{ issue_number }}',
      sk: 'Potvrdenie reklamácie {{ issue_number }}',
      pl: 'Potwierdzenie przyjęcia reklamacji {{ issue_number }}',
      de: 'Eingangsbestätigung: Reklamation {{ issue_number }}',
    },
    {
      en: 'We have received your claim. This is your confirmation:',
      cs: 'přijali jsme vaši reklamaci. Tady je její potvrzení:',
      sk: 'prijali sme vašu reklamáciu. Tu je jej potvrdenie:',
      pl: 'przyjęliśmy Państwa reklamację. Oto jej potwierdzenie:',
      de: 'Ihre Reklamation ist bei uns eingegangen. Hier ist Ihre Bestätigung:',
    },
    list(
      number({
        en: 'Claim number',
        cs: 'Číslo reklamace',
        sk: 'Číslo reklamácie',
        pl: 'Numer reklamacji',
        de: 'Reklamationsnummer',
      }),
      FACTS.claimMade,
      FACTS.product,
      FACTS.serialNumber,
      FACTS.orderNumber,
      FACTS.defect,
      FACTS.remedyRequested,
      FACTS.settledBy,
      FACTS.contact,
    ),
  ),
  receipt(
    'return-received',
    'Return: confirmation',
    {
      en: 'We have your return {{ issue_number }}',
      cs: 'Potvrzení o přijetí: vrácení zboží {{ issue_number }}',
      sk: 'Potvrdenie o prijatí: vrátenie tovaru {{ issue_number }}',
      pl: 'Potwierdzenie zgłoszenia zwrotu {{ issue_number }}',
      de: 'Eingangsbestätigung: Rückgabe {{ issue_number }}',
    },
    {
      en: 'You told us that you want to return a product. We confirm that we received this:',
      cs: 'dali jste nám vědět, že chcete vrátit zboží. Potvrzujeme, že jsme přijali tyto údaje:',
      sk: 'dali ste nám vedieť, že chcete vrátiť tovar. Potvrdzujeme, že sme prijali tieto údaje:',
      pl: 'otrzymaliśmy informację, że chcą Państwo zwrócić towar. Potwierdzamy przyjęcie tych danych:',
      de: 'Sie haben uns mitgeteilt, dass Sie Ware zurückgeben möchten. Wir bestätigen den Eingang dieser Angaben:',
    },
    list(
      number({
        en: 'Return number',
        cs: 'Číslo vrácení',
        sk: 'Číslo vrátenia',
        pl: 'Numer zwrotu',
        de: 'Rückgabenummer',
      }),
      FACTS.createdAt,
      FACTS.withdrawalDate,
      FACTS.name,
      FACTS.contact,
      FACTS.orderNumber,
      FACTS.product,
      FACTS.returnReason,
    ),
  ),
  receipt(
    'repair-received',
    'Paid repair: confirmation',
    {
      en: 'We have your repair request {{ issue_number }}',
      cs: 'Potvrzení žádosti o opravu {{ issue_number }}',
      sk: 'Potvrdenie žiadosti o opravu {{ issue_number }}',
      pl: 'Potwierdzenie zgłoszenia naprawy {{ issue_number }}',
      de: 'Eingangsbestätigung: Reparatur {{ issue_number }}',
    },
    {
      en: 'We have received your repair request. This is your confirmation:',
      cs: 'přijali jsme vaši žádost o opravu. Tady je její potvrzení:',
      sk: 'prijali sme vašu žiadosť o opravu. Tu je jej potvrdenie:',
      pl: 'przyjęliśmy Państwa zgłoszenie naprawy. Oto jego potwierdzenie:',
      de: 'Ihre Reparaturanfrage ist bei uns eingegangen. Hier ist Ihre Bestätigung:',
    },
    list(
      number({
        en: 'Repair number',
        cs: 'Číslo opravy',
        sk: 'Číslo opravy',
        pl: 'Numer naprawy',
        de: 'Reparaturnummer',
      }),
      FACTS.created,
      FACTS.device,
      FACTS.serialNumber,
      FACTS.defect,
      FACTS.settledBy,
      FACTS.contact,
    ),
  ),
  receipt(
    'complaint-received',
    'Complaint about service: confirmation',
    {
      en: 'We have your complaint {{ issue_number }}',
      cs: 'Potvrzení stížnosti {{ issue_number }}',
      sk: 'Potvrdenie sťažnosti {{ issue_number }}',
      pl: 'Potwierdzenie przyjęcia skargi {{ issue_number }}',
      de: 'Eingangsbestätigung: Beschwerde {{ issue_number }}',
    },
    {
      en: 'Thank you for telling us. We have received your complaint:',
      cs: 'děkujeme, že jste nám dali vědět. Vaši stížnost jsme přijali:',
      sk: 'ďakujeme, že ste nám dali vedieť. Vašu sťažnosť sme prijali:',
      pl: 'dziękujemy za informację. Przyjęliśmy Państwa skargę:',
      de: 'danke, dass Sie uns das mitgeteilt haben. Ihre Beschwerde ist bei uns eingegangen:',
    },
    list(
      number({
        en: 'Complaint number',
        cs: 'Číslo stížnosti',
        sk: 'Číslo sťažnosti',
        pl: 'Numer skargi',
        de: 'Beschwerdenummer',
      }),
      FACTS.created,
      FACTS.complaintAbout,
      FACTS.happenedOn,
      FACTS.whatHappened,
      FACTS.wish,
      FACTS.orderNumber,
      FACTS.settledBy,
      FACTS.contact,
    ),
  ),
]

function receipt(key: string, name: string, subject: Words, opening: Words, facts: Words): StarterTemplate {
  return template(key, name, subject, GREETING, opening, facts, WHAT_NEXT, PAGE_ASKS, LINK, REGARDS)
}

function number(label: Words) {
  return always('{{ issue_number }}', label)
}
