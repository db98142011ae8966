import type { Words } from '../starter-type.ts'

/** Czech and Polish would decline the name, so there only languages that do not greet by name. */
export const GREETING: Words = {
  en: 'Hello{% if customer_name %} {{ customer_name }}{% endif %},',
  cs: 'Dobrý den,',
  sk: 'Dobrý deň,',
  pl: 'Dzień dobry,',
  de: 'Guten Tag{% if customer_name %} {{ customer_name }}{% endif %},',
}

export const REGARDS: Words = {
  en: 'Kind regards\n{{ company_name }}',
  cs: 'S pozdravem\n{{ company_name }}',
  sk: 'S pozdravom\n{{ company_name }}',
  pl: 'Z poważaniem\n{{ company_name }}',
  de: 'Freundliche Grüße\n{{ company_name }}',
}

export const LINK = '{{ issue_status_url }}'

/** For whoever opens the page for the first time. */
export const PAGE_ASKS: Words = {
  en: 'Here you can see at any time where it stands. The page asks for the contact that you gave us.',
  cs: 'Tady kdykoli uvidíte aktuální stav. Stránka se zeptá na kontakt, který jste nám uvedli.',
  sk: 'Tu kedykoľvek uvidíte aktuálny stav. Stránka sa opýta na kontakt, ktorý ste nám uviedli.',
  pl: 'Tutaj w każdej chwili widać aktualny stan sprawy. Strona zapyta o podane nam dane kontaktowe.',
  de: 'Hier sehen Sie jederzeit den aktuellen Stand. Die Seite fragt nach dem Kontakt, den Sie uns genannt haben.',
}

export const STEP = '# {{ step }}'
export const EXPLANATION = '{{ step_explanation }}'
export const WHAT_NEXT = '{{ what_next }}'
