/** What the API says of rules and messages, as people read it. See `speaker`. */
export const ruleSentences: Readonly<Record<string, string>> = {
  'a value is needed; null finds what has none': 'podaj wartość',
  'there is no {value}; one of {known} is needed': 'nie ma „{value}”; wybierz jedną z możliwości: {known}',
  'the issue has no active handler': 'zgłoszenie nie ma aktywnego prowadzącego',
  'the issue has no phone number': 'zgłoszenie nie ma numeru telefonu',
  'the issue has no e-mail address': 'zgłoszenie nie ma adresu e-mail',
  'from {step} no move leads to {to}': 'z kroku „{step}” nie ma przejścia do kroku „{to}”',
  'the webhook is switched off': 'webhook jest wyłączony',
  'it is on its way already': 'jest już w drodze',
  'over {count} actions for one event': 'ponad {count} działań dla jednego zdarzenia',
  'the rule is broken: {rest}': 'reguła jest uszkodzona: {rest}',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week':
    'podaj pięć wartości, na przykład „0 8 * * 1” dla poniedziałków o 8: minuta, godzina, dzień miesiąca, miesiąc, dzień tygodnia',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week ({why})':
    'podaj pięć wartości, na przykład „0 8 * * 1” dla poniedziałków o 8: minuta, godzina, dzień miesiąca, miesiąc, dzień tygodnia',
  'at most every {count} minutes is allowed': 'najczęściej co {count} minut',
  'there is no such day': 'nie ma takiego dnia',
  'there is no webhook {id}': 'nie ma webhooka „{id}”',
  '{key} is a built-in field; only own fields can be set':
    '„{key}” jest polem wbudowanym; ustawiać można tylko własne pola',
  '{name} is empty here.': 'zmienna „{name}” jest tu pusta',
  '{name} was too long and was cut.': 'wartość „{name}” była za długa i została skrócona',
  'The subject came out empty; it is now "{subject}".':
    'temat okazał się pusty; zamiast niego jest „{subject}”',
}
