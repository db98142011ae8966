/** What the API says of rules and messages, as people read it. See `speaker`. */
export const ruleSentences: Readonly<Record<string, string>> = {
  'a value is needed; null finds what has none': 'zadejte hodnotu',
  'there is no {value}; one of {known} is needed': '„{value}“ neexistuje; vyberte jednu z možností: {known}',
  'the issue has no active handler': 'požadavek nemá aktivního řešitele',
  'the issue has no phone number': 'požadavek nemá telefonní číslo',
  'the issue has no e-mail address': 'požadavek nemá e-mail',
  'from {step} no move leads to {to}': 'z kroku „{step}“ nevede žádný přechod do kroku „{to}“',
  'the webhook is switched off': 'webhook je vypnutý',
  'it is on its way already': 'už je na cestě',
  'over {count} actions for one event': 'více než {count} akcí pro jednu událost',
  'the rule is broken: {rest}': 'pravidlo je porouchané: {rest}',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week':
    'zadejte pět údajů, například „0 8 * * 1“ pro pondělí v 8: minuta, hodina, den v měsíci, měsíc, den v týdnu',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week ({why})':
    'zadejte pět údajů, například „0 8 * * 1“ pro pondělí v 8: minuta, hodina, den v měsíci, měsíc, den v týdnu',
  'at most every {count} minutes is allowed': 'nejčastěji každých {count} minut',
  'there is no such day': 'takový den neexistuje',
  'there is no webhook {id}': 'webhook „{id}“ neexistuje',
  '{key} is a built-in field; only own fields can be set':
    '„{key}“ je vestavěné pole; nastavit lze jen vlastní pole',
  '{name} is empty here.': 'proměnná „{name}“ je tu prázdná',
  '{name} was too long and was cut.': 'hodnota „{name}“ byla příliš dlouhá a je zkrácená',
  'The subject came out empty; it is now "{subject}".': 'předmět vyšel prázdný; místo něj je „{subject}“',
}
