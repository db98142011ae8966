import type { Sentences } from '../en/sentences'

export const sentences: Sentences = {
  'a text is needed': 'zadajte text',
  'a text in at least one language is needed': 'zadajte text aspoň v jednom jazyku',
  'a name is needed': 'zadajte meno',
  'a name of 1 to 100 characters is needed': 'zadajte názov s dĺžkou 1 až 100 znakov',
  'a value is needed': 'zadajte hodnotu',
  'at least one value is needed': 'zadajte aspoň jednu hodnotu',
  'two values are needed, the smaller first': 'zadajte dve hodnoty, najprv menšiu',
  'the smaller is needed first, and both in one currency': 'najprv zadajte menšiu sumu, obe v rovnakej mene',
  'a number is needed': 'zadajte číslo',
  'true or false is needed': 'vyberte áno alebo nie',
  'a file is needed': 'vyberte súbor',
  'the file is empty': 'súbor je prázdny',
  'a file of the kind {kinds} is needed, with the content that its name says':
    'je potrebný súbor druhu {kinds}, s obsahom, aký hovorí jeho názov',
  'An issue takes at most {limit} MiB of files a day.':
    'K požiadavke možno pridať najviac {limit} MiB súborov za deň.',
  'the issue has no phone number': 'požiadavka nemá telefón, kam by sa dalo odoslať',
  'the issue has no e-mail address': 'požiadavka nemá e-mail, kam by sa dalo odoslať',
  'one of {known} is needed': 'povolené hodnoty: {known}',
  'at most {limit} characters are allowed': 'najviac {limit} znakov',
  'at most {limit} characters': 'najviac {limit} znakov',
  'at most {limit} lines are allowed': 'najviac {limit} riadkov',
  'at most {limit} bytes are allowed': 'text je príliš dlhý',
  'at most {limit} addresses are allowed': 'najviac {limit} adries',
  'at most {limit} tags and outputs are allowed': 'najviac {limit} značiek a premenných',
  'at most 60 languages': 'najviac 60 jazykov',
  'a language tag like en or pt-BR is needed': 'zadajte kód jazyka ako sk alebo pt-BR',
  'a language tag like pl is needed': 'zadajte kód jazyka ako sk',
  'an e-mail address like jana@example.com is needed': 'zadajte e-mail, napríklad jana@example.com',
  'the address of one mailbox like jana@example.com is needed':
    'zadajte jednu e-mailovú adresu, napríklad jana@example.com',
  'a phone number like +420601123456 is needed': 'zadajte telefón s predvoľbou, napríklad +421901123456',
  'a number like +420555010203 is needed': 'zadajte telefón s predvoľbou, napríklad +421255010203',
  'some digits of a phone number like +420 601 are needed':
    'zadajte niekoľko číslic telefónu, napríklad +421 901',
  'an https address is needed': 'zadajte adresu, ktorá sa začína https://',
  'an address with https:// is needed': 'zadajte adresu, ktorá sa začína https://',
  'an address with https:// or http:// is needed': 'zadajte adresu, ktorá sa začína https:// alebo http://',
  'an address like https://example.com/claims is needed':
    'zadajte adresu, napríklad https://example.com/claims',
  'an address without user name and password is needed': 'adresa nesmie obsahovať meno a heslo',
  'one of the ports {ports} is needed': 'povolené porty: {ports}',
  'it leads to an address that is not public': 'vedie na adresu, ktorá nie je verejná',
  'a date like 2026-12-31 is needed': 'zadajte dátum, napríklad 2026-12-31',
  'a date like 2026-11-09, today, today+7 or today-7 is needed':
    'zadajte dátum, napríklad 2026-11-09, alebo today, today+7 či today-7 počítané odo dneška',
  'a time of day like 08:00 is needed': 'zadajte čas, napríklad 08:00',
  'a duration like 7d, 48h or 90m is needed':
    'zadajte čas, napríklad 7d (dni), 48h (hodiny) alebo 90m (minúty)',
  'a duration like 7d, 48h or 90m is needed, of {limit} days at most':
    'zadajte čas, napríklad 7d, 48h alebo 90m, najviac {limit} dní',
  'an IANA time zone is needed, like Europe/Prague': 'zadajte časové pásmo, napríklad Europe/Bratislava',
  'lies after the end of the period': 'leží až za koncom obdobia',
  'a currency code like CZK is needed': 'zadajte kód meny, napríklad EUR',
  'a country code like CZ is needed': 'zadajte kód krajiny, napríklad SK',
  'an account number or IBAN is needed': 'zadajte číslo účtu alebo IBAN',
  'a colour like #0b5a6e is needed': 'zadajte farbu, napríklad #0b5a6e',
  'a key of small letters, digits, - and _ is needed, at most 40':
    'kľúč smie mať najviac 40 znakov: malé písmená bez diakritiky, číslice, - a _',
  'a key of small letters, digits and _ is needed, at most 40':
    'kľúč smie mať najviac 40 znakov: malé písmená bez diakritiky, číslice a _',
  'a key of letters, digits, - and _ is needed, at most 40':
    'kľúč smie mať najviac 40 znakov: písmená bez diakritiky, číslice, - a _',
  'a short word of small letters, digits and - is needed':
    'zadajte krátke slovo z malých písmen bez diakritiky, číslic a -',
  'there is no such member': 'túto položku rozhranie nepozná',
  '{key} stands twice': '„{key}“ je tu dvakrát',
  'a day stands twice': 'niektorý deň je tu dvakrát',
  '{key} cannot be a key': '„{key}“ nemôže byť kľúčom',
  '{key} is a built-in field': '„{key}“ je vstavané pole',
  '{key} is reserved': 'kľúč „{key}“ je vyhradený',
  'at least one option is needed': 'pridajte aspoň jednu možnosť',
  'there is no field {key}': 'pole „{key}“ neexistuje',
  'there is no field {key} that can change': 'pole „{key}“, ktoré by sa mohlo zmeniť, neexistuje',
  'there is no step {key}': 'krok „{key}“ neexistuje',
  'there is no step {key} in {type}': 'krok „{key}“ v druhu „{type}“ nie je',
  'there is no step {key} in any issue type': 'krok „{key}“ nie je v žiadnom druhu požiadaviek',
  'there is no issue type {key}; known are {known}': 'druh požiadavky „{key}“ neexistuje; poznáme: {known}',
  'there is no calendar {key}; known are {known}': 'kalendár „{key}“ neexistuje; poznáme: {known}',
  'there is no message template {key}': 'šablóna správy „{key}“ neexistuje',
  'there is no webhook {key}': 'webhook „{key}“ neexistuje',
  'there is no role {key}; known are {known}': 'rola „{key}“ neexistuje; poznáme: {known}',
  'the id or e-mail of a user is needed': 'vyberte používateľa',
  'the id or e-mail of an active user is needed, or null': 'vyberte aktívneho používateľa alebo nikoho',
  '{key} is computed, nobody gives it': 'pole „{key}“ sa počíta samo, nikto ho nevypĺňa',
  '{key} is computed and cannot be set': 'pole „{key}“ sa počíta samo a nemožno ho nastaviť',
  '{key} is a built-in field; only own fields can be set':
    '„{key}“ je vstavané pole; nastaviť možno len vlastné polia',
  'its value cannot be compared': 'hodnotu tohto poľa nemožno porovnávať',
  'does not fit {key}; allowed are: {known}': 'k poľu „{key}“ sa nehodí; povolené je: {known}',
  'at most {limit} comparisons are allowed': 'najviac {limit} porovnaní',
  'groups are nested more than {limit} deep': 'skupiny sú vnorené príliš hlboko, najviac {limit} úrovní',
  'each event may stand there once': 'každá udalosť smie byť uvedená len raz',
  'each field may stand there once': 'každé pole smie byť uvedené len raz',
  'a field of type date or date-time is needed, {key} is {type}':
    'vyberte pole s dátumom; „{key}“ také nie je',
  'There is a field with the key {key} already.': 'pole s kľúčom „{key}“ už existuje',
  'There is an issue type with the key {key} already.': 'druh požiadavky s kľúčom „{key}“ už existuje',
  'There is a message template with the key {key} already.': 'šablóna s kľúčom „{key}“ už existuje',
  'There is a user with the e-mail {email} already.': 'používateľ s e-mailom {email} už existuje',
  'The page identifier {key} is in use by another issue type.':
    'adresu stránky „{key}“ už používa iný druh požiadavky',
  'The page identifier {key} is in use by the issue type {type}.':
    'adresu stránky „{key}“ už používa druh požiadavky „{type}“',
  'The field is in use: {users}.': 'pole sa používa: {users}',
  'The template is in use: {users}.': 'šablóna sa používa: {users}',
  'The webhook is in use: {users}.': 'webhook sa používa: {users}',
  'There are issues of this type, like {number}.': 'tento druh už má požiadavky, napríklad {number}',
  'The step {key} cannot go: issues are at it, like {number}.':
    'krok „{key}“ nemožno odobrať: sú v ňom požiadavky, napríklad {number}',
  'The step {key} cannot go: the deadline rule {rule} starts at it.':
    'krok „{key}“ nemožno odobrať: začína sa ním lehota „{rule}“',
  'The calendar {key} comes with the product and cannot be deleted.':
    'kalendár „{key}“ je súčasťou systému a nemožno ho vymazať',
  'Deadline rules count by the calendar: of {users}.': 'podľa kalendára sa počítajú lehoty: {users}',
  'There are {count} calendars already, and no more are allowed.':
    'kalendárov už je {count} a viac ich byť nemôže',
  'There are {count} such views already, and no more are allowed.':
    'máte už {count} pohľadov a viac ich byť nemôže',
  'There are {count} webhooks already, and no more are allowed.':
    'webhookov už je {count} a viac ich byť nemôže',
  'Webhooks are tried at most {count} times a minute.':
    'webhooky možno skúšať najviac {count}-krát za minútu',
  'There is no such {what}.': 'toto už neexistuje',
  'Invalid input: expected {expected}, received undefined': 'toto treba vyplniť',
  'Invalid input: expected {expected}, received null': 'toto treba vyplniť',
  'Invalid input: expected {expected}, received {received}': 'táto hodnota sem nepatrí',
  'Invalid input': 'táto hodnota sem nepatrí',
  'Invalid option: expected one of {known}': 'povolené hodnoty: {known}',
  'Too big: expected string to have <={limit} characters': 'najviac {limit} znakov',
  'Too big: expected array to have <={limit} items': 'najviac {limit} položiek',
  'Too big: expected number to be <={limit}': 'najviac {limit}',
  'Too big: expected int to be <={limit}': 'najviac {limit}',
  'Too small: expected string to have >=1 characters': 'toto treba vyplniť',
  'Too small: expected string to have >={limit} characters': 'aspoň {limit} znakov',
  'Too small: expected array to have >=1 items': 'pridajte aspoň jednu položku',
  'Too small: expected number to be >={limit}': 'najmenej {limit}',
  'Too small: expected int to be >={limit}': 'najmenej {limit}',
  'Invalid email address': 'zadajte e-mail, napríklad jana@example.com',
  'Invalid URL': 'zadajte adresu, ktorá sa začína https://',
  'Invalid ISO date': 'zadajte dátum',
  'Invalid ISO datetime': 'zadajte dátum a čas',
  'Invalid string: must match pattern {pattern}': 'toto má iný tvar, než je povolený',
  'at least {least} bytes are needed; several words are easy to keep':
    'aspoň {least} znakov; dobre si zapamätáte niekoľko slov',
  'this is one of the most used passwords; another is needed':
    'toto je jedno z najčastejších hesiel; zvoľte iné',
  'an instant in the future is needed': 'zvoľte deň, ktorý ešte len príde',
  'This is the last owner who can sign in; make another one first.':
    'toto je posledný vlastník, ktorý sa môže prihlásiť; najprv vymenujte iného',
  'The user is not active; set "active" to true first.': 'používateľ nie je aktívny; najprv ho aktivujte',
  'the code that the authenticator shows now is needed': 'zadajte kód, ktorý aplikácia ukazuje práve teraz',
  'There is no change of step to take back.': 'nie je žiadny posun, ktorý by sa dal vrátiť',
  'The last change of step has been taken back already.': 'posledný posun už bol vrátený',
  'The last change of step was made by {name}; whoever made it can take it back.':
    'posledný posun urobil niekto iný ({name}) a vrátiť ho môže len on',
  'A change of step can be taken back within one minute. Move the issue back instead.':
    'posun sa dá vrátiť do jednej minúty; posuňte požiadavku späť ručne',
  'another issue is needed': 'vyberte inú požiadavku',
  'there is no issue {number}': 'požiadavka {number} neexistuje',
  '{one} and {other} are linked already.': '{one} a {other} už sú prepojené',
  '{number} has {most} links, and more are not allowed.':
    '{number} má {most} prepojení a viac ich byť nemôže',
  'is needed before the step {step}': 'pred týmto krokom je to potrebné',
  'a day after {day} is needed': 'zadajte deň po {day}',
  'at most {most} days from now are allowed': 'najviac {most} dní odo dneška',
  'who agreed, when and how is needed: the rule asks for it':
    'pravidlo žiada súhlas: zapíšte, kto súhlasil, kedy a ako',
  'a time that has passed is needed': 'zadajte čas, ktorý už uplynul',
  'the rule {rule} allows no day after {day} without consent: use POST …/deadline/extensions':
    'bez súhlasu sa nedá zvoliť deň po {day}: použite Predĺžiť lehotu',
  'From {from} no move leads to {to}; allowed are: {steps}.':
    'požiadavka je teraz inde a odtiaľ sa na tento krok nedostane',
  'the issue has no such attachment': 'vyberte súbor z tejto požiadavky',
  'a whole number of minor units is needed': 'zadajte sumu',
  'a date like 2026-12-09 is needed, or null': 'zadajte dátum',
  'a date like 2026-11-09 is needed': 'zadajte dátum',
  'an instant like 2026-11-09T10:30:00Z is needed': 'zadajte deň a čas',
}
