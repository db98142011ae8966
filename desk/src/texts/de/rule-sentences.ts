/** What the API says of rules and messages, as people read it. See `speaker`. */
export const ruleSentences: Readonly<Record<string, string>> = {
  'a value is needed; null finds what has none': 'geben Sie einen Wert ein',
  'there is no {value}; one of {known} is needed': '„{value}“ gibt es nicht; wählen Sie eines von: {known}',
  'the issue has no active handler': 'das Anliegen hat keinen aktiven Bearbeiter',
  'the issue has no phone number': 'das Anliegen hat keine Telefonnummer',
  'the issue has no e-mail address': 'das Anliegen hat keine E-Mail-Adresse',
  'from {step} no move leads to {to}': 'vom Schritt „{step}“ führt kein Wechsel zum Schritt „{to}“',
  'the webhook is switched off': 'der Webhook ist ausgeschaltet',
  'it is on its way already': 'sie ist schon unterwegs',
  'over {count} actions for one event': 'mehr als {count} Aktionen für ein Ereignis',
  'the rule is broken: {rest}': 'die Regel ist defekt: {rest}',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week':
    'geben Sie fünf Angaben ein, etwa „0 8 * * 1“ für montags um 8: Minute, Stunde, Tag des Monats, Monat, Wochentag',
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week ({why})':
    'geben Sie fünf Angaben ein, etwa „0 8 * * 1“ für montags um 8: Minute, Stunde, Tag des Monats, Monat, Wochentag',
  'at most every {count} minutes is allowed': 'höchstens alle {count} Minuten',
  'there is no such day': 'einen solchen Tag gibt es nicht',
  'there is no webhook {id}': 'den Webhook „{id}“ gibt es nicht',
  '{key} is a built-in field; only own fields can be set':
    '„{key}“ ist ein eingebautes Feld; setzen lassen sich nur eigene Felder',
  '{name} is empty here.': 'die Variable „{name}“ ist hier leer',
  '{name} was too long and was cut.': 'der Wert „{name}“ war zu lang und wurde gekürzt',
  'The subject came out empty; it is now "{subject}".':
    'der Betreff blieb leer; stattdessen steht dort „{subject}“',
}
