/** What the API says of rules and messages, as people read it. See `speaker`. */
export const ruleSentences: Readonly<Record<string, string>> = {
  'a value is needed; null finds what has none': 'zadajte hodnotu',
  'there is no {value}; one of {known} is needed': '„{value}“ neexistuje; vyberte jednu z možností: {known}',
  'the issue has no active handler': 'požiadavka nemá aktívneho riešiteľa',
  'the issue has no phone number': 'požiadavka nemá telefónne číslo',
  'the issue has no e-mail address': 'požiadavka nemá e-mail',
  'from {step} no move leads to {to}': 'z kroku „{step}“ nevedie žiadny prechod do kroku „{to}“',
  'the webhook is switched off': 'webhook je vypnutý',
  'it is on its way already': 'už je na ceste',
  'over {count} actions for one event': 'viac ako {count} akcií pre jednu udalosť',
  'the rule is broken: {rest}': 'pravidlo je pokazené: {rest}',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week':
    'zadajte päť údajov, napríklad „0 8 * * 1“ pre pondelok o 8: minúta, hodina, deň v mesiaci, mesiac, deň v týždni',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week ({why})':
    'zadajte päť údajov, napríklad „0 8 * * 1“ pre pondelok o 8: minúta, hodina, deň v mesiaci, mesiac, deň v týždni',
  'at most every {count} minutes is allowed': 'najčastejšie každých {count} minút',
  'there is no such day': 'taký deň neexistuje',
  'there is no webhook {id}': 'webhook „{id}“ neexistuje',
  '{key} is a built-in field; only own fields can be set':
    '„{key}“ je vstavané pole; nastaviť možno len vlastné polia',
  '{name} is empty here.': 'premenná „{name}“ je tu prázdna',
  '{name} was too long and was cut.': 'hodnota „{name}“ bola príliš dlhá a je skrátená',
  'The subject came out empty; it is now "{subject}".':
    'predmet vyšiel prázdny; namiesto neho je „{subject}“',
}
