import type { Sentences } from '../en/sentences'

export const sentences: Sentences = {
  'a text is needed': 'geben Sie einen Text ein',
  'a text in at least one language is needed': 'geben Sie den Text in mindestens einer Sprache ein',
  'a name is needed': 'geben Sie einen Namen ein',
  'a name of 1 to 100 characters is needed': 'geben Sie einen Namen mit 1 bis 100 Zeichen ein',
  'a value is needed': 'geben Sie einen Wert ein',
  'at least one value is needed': 'geben Sie mindestens einen Wert ein',
  'two values are needed, the smaller first': 'geben Sie zwei Werte ein, den kleineren zuerst',
  'the smaller is needed first, and both in one currency':
    'geben Sie zuerst den kleineren Betrag ein, beide in derselben Währung',
  'a number is needed': 'geben Sie eine Zahl ein',
  'true or false is needed': 'wählen Sie Ja oder Nein',
  'a file is needed': 'wählen Sie eine Datei',
  'the file is empty': 'die Datei ist leer',
  'a file of the kind {kinds} is needed, with the content that its name says':
    'nötig ist eine Datei der Art {kinds}, mit dem Inhalt, den ihr Name nennt',
  'An issue takes at most {limit} MiB of files a day.':
    'Ein Anliegen nimmt am Tag höchstens {limit} MiB an Dateien auf.',
  'the issue has no phone number': 'das Anliegen hat keine Telefonnummer, an die gesendet werden kann',
  'the issue has no e-mail address': 'das Anliegen hat keine E-Mail-Adresse, an die gesendet werden kann',
  'one of {known} is needed': 'erlaubt sind: {known}',
  'at most {limit} characters are allowed': 'höchstens {limit} Zeichen',
  'at most {limit} characters': 'höchstens {limit} Zeichen',
  'at most {limit} lines are allowed': 'höchstens {limit} Zeilen',
  'at most {limit} bytes are allowed': 'der Text ist zu lang',
  'at most {limit} addresses are allowed': 'höchstens {limit} Adressen',
  'at most {limit} tags and outputs are allowed': 'höchstens {limit} Tags und Variablen',
  'at most 60 languages': 'höchstens 60 Sprachen',
  'a language tag like en or pt-BR is needed': 'geben Sie ein Sprachkürzel wie de oder pt-BR ein',
  'a language tag like pl is needed': 'geben Sie ein Sprachkürzel wie de ein',
  'an e-mail address like jana@example.com is needed':
    'geben Sie eine E-Mail-Adresse wie jana@example.com ein',
  'the address of one mailbox like jana@example.com is needed':
    'geben Sie eine einzelne E-Mail-Adresse wie jana@example.com ein',
  'a phone number like +420601123456 is needed':
    'geben Sie eine Telefonnummer mit Vorwahl wie +4915112345678 ein',
  'a number like +420555010203 is needed': 'geben Sie eine Telefonnummer mit Vorwahl wie +49555010203 ein',
  'some digits of a phone number like +420 601 are needed':
    'geben Sie einige Ziffern der Telefonnummer ein, etwa +49 151',
  'an https address is needed': 'geben Sie eine Adresse ein, die mit https:// beginnt',
  'an address with https:// is needed': 'geben Sie eine Adresse ein, die mit https:// beginnt',
  'an address with https:// or http:// is needed':
    'geben Sie eine Adresse ein, die mit https:// oder http:// beginnt',
  'an address like https://example.com/claims is needed':
    'geben Sie eine Adresse wie https://example.com/claims ein',
  'an address without user name and password is needed':
    'die Adresse darf weder Benutzername noch Passwort enthalten',
  'one of the ports {ports} is needed': 'erlaubte Ports: {ports}',
  'it leads to an address that is not public': 'sie führt zu einer Adresse, die nicht öffentlich ist',
  'a date like 2026-12-31 is needed': 'geben Sie ein Datum wie 2026-12-31 ein',
  'a date like 2026-11-09, today, today+7 or today-7 is needed':
    'geben Sie ein Datum wie 2026-11-09 ein, oder today, today+7 oder today-7 von heute an gerechnet',
  'a time of day like 08:00 is needed': 'geben Sie eine Uhrzeit wie 08:00 ein',
  'a duration like 7d, 48h or 90m is needed':
    'geben Sie eine Dauer wie 7d (Tage), 48h (Stunden) oder 90m (Minuten) ein',
  'a duration like 7d, 48h or 90m is needed, of {limit} days at most':
    'geben Sie eine Dauer wie 7d, 48h oder 90m ein, höchstens {limit} Tage',
  'an IANA time zone is needed, like Europe/Prague': 'geben Sie eine Zeitzone wie Europe/Berlin ein',
  'lies after the end of the period': 'liegt nach dem Ende des Zeitraums',
  'a currency code like CZK is needed': 'geben Sie einen Währungscode wie EUR ein',
  'a country code like CZ is needed': 'geben Sie einen Ländercode wie DE ein',
  'an account number or IBAN is needed': 'geben Sie eine Kontonummer oder IBAN ein',
  'a colour like #0b5a6e is needed': 'geben Sie eine Farbe wie #0b5a6e ein',
  'a key of small letters, digits, - and _ is needed, at most 40':
    'der Schlüssel darf höchstens 40 Zeichen haben: Kleinbuchstaben ohne Umlaute, Ziffern, - und _',
  'a key of small letters, digits and _ is needed, at most 40':
    'der Schlüssel darf höchstens 40 Zeichen haben: Kleinbuchstaben ohne Umlaute, Ziffern und _',
  'a key of letters, digits, - and _ is needed, at most 40':
    'der Schlüssel darf höchstens 40 Zeichen haben: Buchstaben ohne Umlaute, Ziffern, - und _',
  'a short word of small letters, digits and - is needed':
    'geben Sie ein kurzes Wort aus Kleinbuchstaben, Ziffern und - ein',
  'there is no such member': 'diese Angabe kennt die Schnittstelle nicht',
  '{key} stands twice': '„{key}“ steht zweimal da',
  'a day stands twice': 'ein Tag steht zweimal da',
  '{key} cannot be a key': '„{key}“ kann kein Schlüssel sein',
  '{key} is a built-in field': '„{key}“ ist ein eingebautes Feld',
  '{key} is reserved': 'der Schlüssel „{key}“ ist reserviert',
  'at least one option is needed': 'fügen Sie mindestens eine Auswahlmöglichkeit hinzu',
  'there is no field {key}': 'es gibt kein Feld „{key}“',
  'there is no field {key} that can change': 'es gibt kein Feld „{key}“, das sich ändern könnte',
  'there is no step {key}': 'es gibt keinen Schritt „{key}“',
  'there is no step {key} in {type}': 'in „{type}“ gibt es keinen Schritt „{key}“',
  'there is no step {key} in any issue type': 'den Schritt „{key}“ gibt es in keiner Art von Anliegen',
  'there is no issue type {key}; known are {known}':
    'es gibt keine Art von Anliegen „{key}“; bekannt sind: {known}',
  'there is no calendar {key}; known are {known}': 'es gibt keinen Kalender „{key}“; bekannt sind: {known}',
  'there is no message template {key}': 'es gibt keine Nachrichtenvorlage „{key}“',
  'there is no webhook {key}': 'es gibt keinen Webhook „{key}“',
  'there is no role {key}; known are {known}': 'es gibt keine Rolle „{key}“; bekannt sind: {known}',
  'the id or e-mail of a user is needed': 'wählen Sie einen Benutzer',
  'the id or e-mail of an active user is needed, or null': 'wählen Sie einen aktiven Benutzer oder niemanden',
  '{key} is computed, nobody gives it': '„{key}“ wird berechnet, niemand füllt es aus',
  '{key} is computed and cannot be set': '„{key}“ wird berechnet und kann nicht gesetzt werden',
  '{key} is a built-in field; only own fields can be set':
    '„{key}“ ist ein eingebautes Feld; nur eigene Felder können gesetzt werden',
  'its value cannot be compared': 'der Wert dieses Feldes lässt sich nicht vergleichen',
  'does not fit {key}; allowed are: {known}': 'passt nicht zu „{key}“; erlaubt sind: {known}',
  'at most {limit} comparisons are allowed': 'höchstens {limit} Vergleiche',
  'groups are nested more than {limit} deep':
    'die Gruppen sind zu tief verschachtelt, höchstens {limit} Ebenen',
  'each event may stand there once': 'jedes Ereignis darf nur einmal vorkommen',
  'each field may stand there once': 'jedes Feld darf nur einmal vorkommen',
  'a field of type date or date-time is needed, {key} is {type}':
    'wählen Sie ein Feld mit einem Datum; „{key}“ ist keines',
  'There is a field with the key {key} already.': 'ein Feld mit dem Schlüssel „{key}“ gibt es schon',
  'There is an issue type with the key {key} already.':
    'eine Art von Anliegen mit dem Schlüssel „{key}“ gibt es schon',
  'There is a message template with the key {key} already.':
    'eine Vorlage mit dem Schlüssel „{key}“ gibt es schon',
  'There is a user with the e-mail {email} already.':
    'einen Benutzer mit der E-Mail-Adresse {email} gibt es schon',
  'The page identifier {key} is in use by another issue type.':
    'die Seitenadresse „{key}“ wird schon von einer anderen Art von Anliegen verwendet',
  'The page identifier {key} is in use by the issue type {type}.':
    'die Seitenadresse „{key}“ wird schon von der Art „{type}“ verwendet',
  'The field is in use: {users}.': 'das Feld wird verwendet: {users}',
  'The template is in use: {users}.': 'die Vorlage wird verwendet: {users}',
  'The webhook is in use: {users}.': 'der Webhook wird verwendet: {users}',
  'There are issues of this type, like {number}.': 'es gibt Anliegen dieser Art, etwa {number}',
  'The step {key} cannot go: issues are at it, like {number}.':
    'der Schritt „{key}“ kann nicht entfernt werden: in ihm sind Anliegen, etwa {number}',
  'The step {key} cannot go: the deadline rule {rule} starts at it.':
    'der Schritt „{key}“ kann nicht entfernt werden: mit ihm beginnt die Frist „{rule}“',
  'The calendar {key} comes with the product and cannot be deleted.':
    'der Kalender „{key}“ gehört zum Produkt und kann nicht gelöscht werden',
  'Deadline rules count by the calendar: of {users}.': 'nach dem Kalender werden Fristen gerechnet: {users}',
  'There are {count} calendars already, and no more are allowed.':
    'es gibt schon {count} Kalender, mehr sind nicht erlaubt',
  'There are {count} such views already, and no more are allowed.':
    'Es gibt schon {count} Ansichten, mehr sind nicht möglich.',
  'There are {count} webhooks already, and no more are allowed.':
    'es gibt schon {count} Webhooks, mehr sind nicht erlaubt',
  'Webhooks are tried at most {count} times a minute.':
    'Webhooks können höchstens {count}-mal in der Minute ausprobiert werden',
  'There is no such {what}.': 'das gibt es nicht mehr',
  'Invalid input: expected {expected}, received undefined': 'das muss ausgefüllt werden',
  'Invalid input: expected {expected}, received null': 'das muss ausgefüllt werden',
  'Invalid input: expected {expected}, received {received}': 'dieser Wert passt hier nicht',
  'Invalid input': 'dieser Wert passt hier nicht',
  'Invalid option: expected one of {known}': 'erlaubt sind: {known}',
  'Too big: expected string to have <={limit} characters': 'höchstens {limit} Zeichen',
  'Too big: expected array to have <={limit} items': 'höchstens {limit} Einträge',
  'Too big: expected number to be <={limit}': 'höchstens {limit}',
  'Too big: expected int to be <={limit}': 'höchstens {limit}',
  'Too small: expected string to have >=1 characters': 'das muss ausgefüllt werden',
  'Too small: expected string to have >={limit} characters': 'mindestens {limit} Zeichen',
  'Too small: expected array to have >=1 items': 'fügen Sie mindestens einen Eintrag hinzu',
  'Too small: expected number to be >={limit}': 'mindestens {limit}',
  'Too small: expected int to be >={limit}': 'mindestens {limit}',
  'Invalid email address': 'geben Sie eine E-Mail-Adresse wie jana@example.com ein',
  'Invalid URL': 'geben Sie eine Adresse ein, die mit https:// beginnt',
  'Invalid ISO date': 'geben Sie ein Datum ein',
  'Invalid ISO datetime': 'geben Sie Datum und Uhrzeit ein',
  'Invalid string: must match pattern {pattern}': 'das hat nicht die erlaubte Form',
  'at least {least} bytes are needed; several words are easy to keep':
    'mindestens {least} Zeichen; mehrere Wörter merkt man sich leicht',
  'this is one of the most used passwords; another is needed':
    'das ist eines der häufigsten Passwörter; wählen Sie ein anderes',
  'an instant in the future is needed': 'wählen Sie einen Tag in der Zukunft',
  'This is the last owner who can sign in; make another one first.':
    'das ist der letzte Inhaber, der sich anmelden kann; ernennen Sie zuerst einen anderen',
  'The user is not active; set "active" to true first.':
    'der Benutzer ist nicht aktiv; aktivieren Sie ihn zuerst',
  'the code that the authenticator shows now is needed': 'geben Sie den Code ein, den die App jetzt zeigt',
  'There is no change of step to take back.': 'es gibt keinen Schrittwechsel, der sich zurücknehmen lässt',
  'The last change of step has been taken back already.':
    'der letzte Schrittwechsel wurde schon zurückgenommen',
  'The last change of step was made by {name}; whoever made it can take it back.':
    'den letzten Schrittwechsel hat {name} gemacht; zurücknehmen kann ihn nur, wer ihn gemacht hat',
  'A change of step can be taken back within one minute. Move the issue back instead.':
    'ein Schrittwechsel lässt sich eine Minute lang zurücknehmen; bringen Sie das Anliegen selbst zurück',
  'another issue is needed': 'wählen Sie ein anderes Anliegen',
  'there is no issue {number}': 'es gibt kein Anliegen {number}',
  '{one} and {other} are linked already.': '{one} und {other} sind schon verknüpft',
  '{number} has {most} links, and more are not allowed.':
    '{number} hat {most} Verknüpfungen, mehr sind nicht erlaubt',
  'is needed before the step {step}': 'ist vor diesem Schritt nötig',
  'a day after {day} is needed': 'wählen Sie einen Tag nach dem {day}',
  'at most {most} days from now are allowed': 'höchstens {most} Tage ab heute',
  'who agreed, when and how is needed: the rule asks for it':
    'die Regel verlangt eine Zustimmung: halten Sie fest, wer wann und wie zugestimmt hat',
  'a time that has passed is needed': 'wählen Sie einen Zeitpunkt, der vorbei ist',
  'the rule {rule} allows no day after {day} without consent: use POST …/deadline/extensions':
    'ohne Zustimmung ist kein Tag nach dem {day} möglich: Verlängern Sie die Frist',
  'From {from} no move leads to {to}; allowed are: {steps}.':
    'das Anliegen steht jetzt woanders, und von dort führt kein Weg zu diesem Schritt',
  'the issue has no such attachment': 'wählen Sie eine Datei dieses Anliegens',
  'a whole number of minor units is needed': 'geben Sie einen Betrag ein',
  'a date like 2026-12-09 is needed, or null': 'geben Sie ein Datum ein',
  'a date like 2026-11-09 is needed': 'geben Sie ein Datum ein',
  'an instant like 2026-11-09T10:30:00Z is needed': 'geben Sie Tag und Uhrzeit ein',
}
