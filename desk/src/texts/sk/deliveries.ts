import type { DeliveriesTexts } from '../en/deliveries'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const deliveries: DeliveriesTexts = {
  title: 'Odosielanie',
  about:
    'Každý e-mail, SMS a volanie webhooku, ktoré odišli alebo majú odísť. Hore je to, čo potrebuje vašu pozornosť.',
  issue: 'Číslo požiadavky',
  state: 'Stav',
  channel: 'Spôsob odoslania',
  any: 'Čokoľvek',
  attention: 'Vyžaduje pozornosť',
  states: { pending: 'Čaká', sent: 'Odoslané', failed: 'Nepodarilo sa', dead: 'Vzdané' },
  statesAbout: {
    pending: 'Odíde samo; po neúspechu sa pokus zopakuje.',
    sent: 'Odišlo. Čo prišlo späť neskôr, je uvedené nižšie.',
    failed: 'V tejto podobe sa to nedá odoslať, napríklad pre chybnú adresu.',
    dead: 'Všetky pokusy počas niekoľkých dní boli vyčerpané. Samo sa to znova neskúsi.',
  },
  channels: { email: 'E-mail', sms: 'SMS', webhook: 'Webhook' },
  none: 'Zatiaľ sa nič neodosielalo. Správy odchádzajú podľa pravidiel, alebo keď niekto napíše zákazníkovi.',
  noneFound: 'Týmto filtrom nič nezodpovedá.',
  well: 'Nič sa nepokazilo. Všetko odišlo alebo je na ceste.',
  attempts: (count) => plural(count, { one: '# pokus', few: '# pokusy', other: '# pokusov' }),
  created: 'Vytvorené',
  sentAt: 'Odoslané',
  next: 'Ďalší pokus',
  error: 'Prečo sa to nepodarilo',
  language: 'Jazyk',
  template: 'Šablóna správy',
  rule: 'Pravidlo',
  openRule: 'Otvoriť pravidlo',
  report: 'Hlásenie brány',
  reports: {
    captured: 'Uložené tu namiesto odoslania',
    delivered: 'Doručené',
    undelivered: 'Nedoručené',
  },
  text: 'Text',
  html: 'Ako ju zobrazí e-mail',
  masked: 'Kľúče v odkazoch sú tu skryté, aby nikto neotvoril stránku v mene zákazníka.',
  captured: 'Stiahnuť uloženú správu',
  capturedAbout: 'Nie je nastavený poštový server, správy sa preto ukladajú tu a neodosielajú sa.',
  again: 'Odoslať znova',
  againDone: 'Správa je znova na ceste.',
  againAll: 'Odoslať všetko znova',
  againAllTitle: (count) =>
    plural(count, {
      one: 'Odoslať znova # správu?',
      few: 'Odoslať znova # správy?',
      other: 'Odoslať znova # správ?',
    }),
  againAllAbout:
    'Všetko, čo sa nepodarilo alebo bolo vzdané, sa teraz skúsi znova. Zákazníci môžu dostať správy, ktoré už neplatia; staršie si najprv pozrite.',
  againAllDone: (done, failed) =>
    failed === 0 ? `Znova na ceste: ${done}.` : `Znova na ceste: ${done}. Nebolo možné: ${failed}.`,
  details: 'Podrobnosti',
}
