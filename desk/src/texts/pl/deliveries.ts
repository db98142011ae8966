import type { DeliveriesTexts } from '../en/deliveries'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const deliveries: DeliveriesTexts = {
  title: 'Wysyłka',
  about:
    'Każdy e-mail, SMS i wywołanie webhooka, które wyszły lub mają wyjść. Na górze jest to, co wymaga uwagi.',
  issue: 'Numer zgłoszenia',
  state: 'Stan',
  channel: 'Sposób wysyłki',
  any: 'Dowolny',
  attention: 'Wymaga uwagi',
  states: { pending: 'Czeka', sent: 'Wysłano', failed: 'Nie udało się', dead: 'Zaniechano' },
  statesAbout: {
    pending: 'Wyjdzie samo; po niepowodzeniu próba zostanie powtórzona.',
    sent: 'Wyszło. To, co wróciło później, podano niżej.',
    failed: 'W tej postaci nie można tego wysłać, na przykład z powodu błędnego adresu.',
    dead: 'Wyczerpano wszystkie próby w ciągu kilku dni. Samo nie zostanie ponowione.',
  },
  channels: { email: 'E-mail', sms: 'SMS', webhook: 'Webhook' },
  none: 'Nic jeszcze nie wysłano. Wiadomości wychodzą według reguł albo gdy ktoś napisze do klienta.',
  noneFound: 'Nic nie pasuje do tych filtrów.',
  well: 'Nic się nie zepsuło. Wszystko wyszło lub jest w drodze.',
  attempts: (count) => plural(count, { one: '# próba', few: '# próby', many: '# prób', other: '# próby' }),
  created: 'Utworzono',
  sentAt: 'Wysłano',
  next: 'Następna próba',
  error: 'Dlaczego się nie udało',
  language: 'Język',
  template: 'Szablon wiadomości',
  rule: 'Reguła',
  openRule: 'Otwórz regułę',
  report: 'Raport bramki',
  reports: {
    captured: 'Zachowano tutaj zamiast wysłać',
    delivered: 'Doręczono',
    undelivered: 'Nie doręczono',
  },
  text: 'Tekst',
  html: 'Jak pokaże ją poczta',
  masked: 'Klucze odnośników są tu ukryte, aby nikt nie otworzył strony w imieniu klienta.',
  captured: 'Pobierz zachowaną wiadomość',
  capturedAbout: 'Nie ustawiono serwera poczty, dlatego wiadomości są zachowywane tutaj, a nie wysyłane.',
  again: 'Wyślij ponownie',
  againDone: 'Wiadomość jest znów w drodze.',
  againAll: 'Wyślij wszystkie ponownie',
  againAllTitle: (count) =>
    plural(count, {
      one: 'Wysłać ponownie # wiadomość?',
      few: 'Wysłać ponownie # wiadomości?',
      many: 'Wysłać ponownie # wiadomości?',
      other: 'Wysłać ponownie # wiadomości?',
    }),
  againAllAbout:
    'Wszystko, co się nie udało lub czego zaniechano, zostanie teraz spróbowane ponownie. Klienci mogą dostać wiadomości, które są już nieaktualne; starsze najpierw obejrzyj.',
  againAllDone: (done, failed) =>
    failed === 0 ? `Znów w drodze: ${done}.` : `Znów w drodze: ${done}. Niemożliwe: ${failed}.`,
  details: 'Szczegóły',
}
