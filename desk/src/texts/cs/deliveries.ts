import type { DeliveriesTexts } from '../en/deliveries'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const deliveries: DeliveriesTexts = {
  title: 'Odesílání',
  about:
    'Každý e-mail, SMS a volání webhooku, které odešly nebo mají odejít. Nahoře je to, co potřebuje vaši pozornost.',
  issue: 'Číslo požadavku',
  state: 'Stav',
  channel: 'Způsob odeslání',
  any: 'Cokoli',
  attention: 'Vyžaduje pozornost',
  states: { pending: 'Čeká', sent: 'Odesláno', failed: 'Nezdařilo se', dead: 'Vzdáno' },
  statesAbout: {
    pending: 'Odejde samo; po nezdaru se pokus opakuje.',
    sent: 'Odešlo. Co přišlo zpět později, je uvedeno níže.',
    failed: 'V této podobě to nelze odeslat, například kvůli chybné adrese.',
    dead: 'Všechny pokusy během několika dní byly vyčerpány. Samo se to znovu nezkusí.',
  },
  channels: { email: 'E-mail', sms: 'SMS', webhook: 'Webhook' },
  none: 'Zatím se nic neodesílalo. Zprávy odcházejí podle pravidel, nebo když někdo napíše zákazníkovi.',
  noneFound: 'Těmto filtrům nic neodpovídá.',
  well: 'Nic se nepokazilo. Vše odešlo nebo je na cestě.',
  attempts: (count) => plural(count, { one: '# pokus', few: '# pokusy', other: '# pokusů' }),
  created: 'Vytvořeno',
  sentAt: 'Odesláno',
  next: 'Další pokus',
  error: 'Proč se to nezdařilo',
  language: 'Jazyk',
  template: 'Šablona zprávy',
  rule: 'Pravidlo',
  openRule: 'Otevřít pravidlo',
  report: 'Hlášení brány',
  reports: {
    captured: 'Uloženo zde místo odeslání',
    delivered: 'Doručeno',
    undelivered: 'Nedoručeno',
  },
  text: 'Text',
  html: 'Jak ji zobrazí e-mail',
  masked: 'Klíče v odkazech jsou zde skryté, aby nikdo neotevřel stránku jménem zákazníka.',
  captured: 'Stáhnout uloženou zprávu',
  capturedAbout: 'Není nastaven poštovní server, zprávy se proto ukládají zde a neodesílají se.',
  again: 'Odeslat znovu',
  againDone: 'Zpráva je znovu na cestě.',
  againAll: 'Odeslat vše znovu',
  againAllTitle: (count) =>
    plural(count, {
      one: 'Odeslat znovu # zprávu?',
      few: 'Odeslat znovu # zprávy?',
      other: 'Odeslat znovu # zpráv?',
    }),
  againAllAbout:
    'Vše, co se nezdařilo nebo bylo vzdáno, se teď zkusí znovu. Zákazníci mohou dostat zprávy, které už neplatí; starší si nejprve prohlédněte.',
  againAllDone: (done, failed) =>
    failed === 0 ? `Znovu na cestě: ${done}.` : `Znovu na cestě: ${done}. Nebylo možné: ${failed}.`,
  details: 'Podrobnosti',
}
