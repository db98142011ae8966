import type { Sentences } from '../en/sentences'

export const sentences: Sentences = {
  'a text is needed': 'wpisz tekst',
  'a text in at least one language is needed': 'wpisz tekst w co najmniej jednym języku',
  'a name is needed': 'wpisz imię i nazwisko',
  'a name of 1 to 100 characters is needed': 'wpisz nazwę o długości od 1 do 100 znaków',
  'a value is needed': 'podaj wartość',
  'at least one value is needed': 'podaj co najmniej jedną wartość',
  'two values are needed, the smaller first': 'podaj dwie wartości, najpierw mniejszą',
  'the smaller is needed first, and both in one currency':
    'najpierw podaj mniejszą kwotę, obie w tej samej walucie',
  'a number is needed': 'podaj liczbę',
  'true or false is needed': 'wybierz tak lub nie',
  'a file is needed': 'wybierz plik',
  'the file is empty': 'plik jest pusty',
  'a file of the kind {kinds} is needed, with the content that its name says':
    'potrzebny jest plik rodzaju {kinds}, o treści zgodnej z nazwą',
  'An issue takes at most {limit} MiB of files a day.':
    'Zgłoszenie przyjmuje najwyżej {limit} MiB plików dziennie.',
  'the issue has no phone number': 'zgłoszenie nie ma telefonu, na który można wysłać',
  'the issue has no e-mail address': 'zgłoszenie nie ma adresu e-mail, na który można wysłać',
  'one of {known} is needed': 'dozwolone wartości: {known}',
  'at most {limit} characters are allowed': 'najwyżej {limit} znaków',
  'at most {limit} characters': 'najwyżej {limit} znaków',
  'at most {limit} lines are allowed': 'najwyżej {limit} wierszy',
  'at most {limit} bytes are allowed': 'tekst jest za długi',
  'at most {limit} addresses are allowed': 'najwyżej {limit} adresów',
  'at most {limit} tags and outputs are allowed': 'najwyżej {limit} znaczników i zmiennych',
  'at most 60 languages': 'najwyżej 60 języków',
  'a language tag like en or pt-BR is needed': 'podaj kod języka, na przykład pl lub pt-BR',
  'a language tag like pl is needed': 'podaj kod języka, na przykład pl',
  'an e-mail address like jana@example.com is needed': 'podaj adres e-mail, na przykład jana@example.com',
  'the address of one mailbox like jana@example.com is needed':
    'podaj jeden adres e-mail, na przykład jana@example.com',
  'a phone number like +420601123456 is needed':
    'podaj numer telefonu z kierunkowym, na przykład +48601123456',
  'a number like +420555010203 is needed': 'podaj numer telefonu z kierunkowym, na przykład +48555010203',
  'some digits of a phone number like +420 601 are needed':
    'podaj kilka cyfr numeru telefonu, na przykład +48 601',
  'an https address is needed': 'podaj adres zaczynający się od https://',
  'an address with https:// is needed': 'podaj adres zaczynający się od https://',
  'an address with https:// or http:// is needed': 'podaj adres zaczynający się od https:// lub http://',
  'an address like https://example.com/claims is needed':
    'podaj adres, na przykład https://example.com/claims',
  'an address without user name and password is needed': 'adres nie może zawierać nazwy użytkownika i hasła',
  'one of the ports {ports} is needed': 'dozwolone porty: {ports}',
  'it leads to an address that is not public': 'prowadzi do adresu, który nie jest publiczny',
  'a date like 2026-12-31 is needed': 'podaj datę, na przykład 2026-12-31',
  'a date like 2026-11-09, today, today+7 or today-7 is needed':
    'podaj datę, na przykład 2026-11-09, albo today, today+7 lub today-7 liczone od dziś',
  'a time of day like 08:00 is needed': 'podaj godzinę, na przykład 08:00',
  'a duration like 7d, 48h or 90m is needed':
    'podaj czas trwania, na przykład 7d (dni), 48h (godziny) lub 90m (minuty)',
  'a duration like 7d, 48h or 90m is needed, of {limit} days at most':
    'podaj czas trwania, na przykład 7d, 48h lub 90m, najwyżej {limit} dni',
  'an IANA time zone is needed, like Europe/Prague': 'podaj strefę czasową, na przykład Europe/Warsaw',
  'lies after the end of the period': 'przypada po końcu okresu',
  'a currency code like CZK is needed': 'podaj kod waluty, na przykład PLN',
  'a country code like CZ is needed': 'podaj kod kraju, na przykład PL',
  'an account number or IBAN is needed': 'podaj numer konta lub IBAN',
  'a colour like #0b5a6e is needed': 'podaj kolor, na przykład #0b5a6e',
  'a key of small letters, digits, - and _ is needed, at most 40':
    'klucz może mieć najwyżej 40 znaków: małe litery bez polskich znaków, cyfry, - i _',
  'a key of small letters, digits and _ is needed, at most 40':
    'klucz może mieć najwyżej 40 znaków: małe litery bez polskich znaków, cyfry i _',
  'a key of letters, digits, - and _ is needed, at most 40':
    'klucz może mieć najwyżej 40 znaków: litery bez polskich znaków, cyfry, - i _',
  'a short word of small letters, digits and - is needed':
    'podaj krótkie słowo z małych liter bez polskich znaków, cyfr i -',
  'there is no such member': 'interfejs nie zna tej pozycji',
  '{key} stands twice': '„{key}” występuje dwa razy',
  'a day stands twice': 'jeden z dni występuje dwa razy',
  '{key} cannot be a key': '„{key}” nie może być kluczem',
  '{key} is a built-in field': '„{key}” jest polem wbudowanym',
  '{key} is reserved': 'klucz „{key}” jest zastrzeżony',
  'at least one option is needed': 'dodaj co najmniej jedną opcję',
  'there is no field {key}': 'nie ma pola „{key}”',
  'there is no field {key} that can change': 'nie ma pola „{key}”, które mogłoby się zmienić',
  'there is no step {key}': 'nie ma kroku „{key}”',
  'there is no step {key} in {type}': 'w rodzaju „{type}” nie ma kroku „{key}”',
  'there is no step {key} in any issue type': 'kroku „{key}” nie ma w żadnym rodzaju zgłoszeń',
  'there is no issue type {key}; known are {known}': 'nie ma rodzaju zgłoszeń „{key}”; znane: {known}',
  'there is no calendar {key}; known are {known}': 'nie ma kalendarza „{key}”; znane: {known}',
  'there is no message template {key}': 'nie ma szablonu wiadomości „{key}”',
  'there is no webhook {key}': 'nie ma webhooka „{key}”',
  'there is no role {key}; known are {known}': 'nie ma roli „{key}”; znane: {known}',
  'the id or e-mail of a user is needed': 'wybierz użytkownika',
  'the id or e-mail of an active user is needed, or null': 'wybierz aktywnego użytkownika albo nikogo',
  '{key} is computed, nobody gives it': 'pole „{key}” jest obliczane, nikt go nie wypełnia',
  '{key} is computed and cannot be set': 'pole „{key}” jest obliczane i nie można go ustawić',
  '{key} is a built-in field; only own fields can be set':
    '„{key}” jest polem wbudowanym; ustawić można tylko własne pola',
  'its value cannot be compared': 'wartości tego pola nie można porównywać',
  'does not fit {key}; allowed are: {known}': 'nie pasuje do pola „{key}”; dozwolone: {known}',
  'at most {limit} comparisons are allowed': 'najwyżej {limit} porównań',
  'groups are nested more than {limit} deep': 'grupy są zagnieżdżone zbyt głęboko, najwyżej {limit} poziomów',
  'each event may stand there once': 'każde zdarzenie może wystąpić tylko raz',
  'each field may stand there once': 'każde pole może wystąpić tylko raz',
  'a field of type date or date-time is needed, {key} is {type}':
    'wybierz pole z datą; „{key}” takie nie jest',
  'There is a field with the key {key} already.': 'pole z kluczem „{key}” już istnieje',
  'There is an issue type with the key {key} already.': 'rodzaj zgłoszeń z kluczem „{key}” już istnieje',
  'There is a message template with the key {key} already.': 'szablon z kluczem „{key}” już istnieje',
  'There is a user with the e-mail {email} already.': 'użytkownik z adresem {email} już istnieje',
  'The page identifier {key} is in use by another issue type.':
    'adres strony „{key}” jest już używany przez inny rodzaj zgłoszeń',
  'The page identifier {key} is in use by the issue type {type}.':
    'adres strony „{key}” jest już używany przez rodzaj zgłoszeń „{type}”',
  'The field is in use: {users}.': 'pole jest używane: {users}',
  'The template is in use: {users}.': 'szablon jest używany: {users}',
  'The webhook is in use: {users}.': 'webhook jest używany: {users}',
  'There are issues of this type, like {number}.': 'istnieją zgłoszenia tego rodzaju, na przykład {number}',
  'The step {key} cannot go: issues are at it, like {number}.':
    'nie można usunąć kroku „{key}”: są w nim zgłoszenia, na przykład {number}',
  'The step {key} cannot go: the deadline rule {rule} starts at it.':
    'nie można usunąć kroku „{key}”: zaczyna się od niego termin „{rule}”',
  'The calendar {key} comes with the product and cannot be deleted.':
    'kalendarz „{key}” jest częścią systemu i nie można go usunąć',
  'Deadline rules count by the calendar: of {users}.': 'według tego kalendarza liczone są terminy: {users}',
  'There are {count} calendars already, and no more are allowed.':
    'jest już {count} kalendarzy i więcej być nie może',
  'There are {count} such views already, and no more are allowed.':
    'jest już {count} widoków, więcej nie może być',
  'There are {count} webhooks already, and no more are allowed.':
    'jest już {count} webhooków i więcej być nie może',
  'Webhooks are tried at most {count} times a minute.':
    'webhooki można wypróbować najwyżej {count} razy na minutę',
  'There is no such {what}.': 'to już nie istnieje',
  'Invalid input: expected {expected}, received undefined': 'to pole trzeba wypełnić',
  'Invalid input: expected {expected}, received null': 'to pole trzeba wypełnić',
  'Invalid input: expected {expected}, received {received}': 'ta wartość tu nie pasuje',
  'Invalid input': 'ta wartość tu nie pasuje',
  'Invalid option: expected one of {known}': 'dozwolone wartości: {known}',
  'Too big: expected string to have <={limit} characters': 'najwyżej {limit} znaków',
  'Too big: expected array to have <={limit} items': 'najwyżej {limit} pozycji',
  'Too big: expected number to be <={limit}': 'najwyżej {limit}',
  'Too big: expected int to be <={limit}': 'najwyżej {limit}',
  'Too small: expected string to have >=1 characters': 'to pole trzeba wypełnić',
  'Too small: expected string to have >={limit} characters': 'co najmniej {limit} znaków',
  'Too small: expected array to have >=1 items': 'dodaj co najmniej jedną pozycję',
  'Too small: expected number to be >={limit}': 'co najmniej {limit}',
  'Too small: expected int to be >={limit}': 'co najmniej {limit}',
  'Invalid email address': 'podaj adres e-mail, na przykład jana@example.com',
  'Invalid URL': 'podaj adres zaczynający się od https://',
  'Invalid ISO date': 'podaj datę',
  'Invalid ISO datetime': 'podaj datę i godzinę',
  'Invalid string: must match pattern {pattern}': 'to ma inną postać niż dozwolona',
  'at least {least} bytes are needed; several words are easy to keep':
    'co najmniej {least} znaków; łatwo zapamiętać kilka słów',
  'this is one of the most used passwords; another is needed':
    'to jedno z najczęściej używanych haseł; wybierz inne',
  'an instant in the future is needed': 'wybierz dzień w przyszłości',
  'This is the last owner who can sign in; make another one first.':
    'to ostatni właściciel, który może się zalogować; najpierw mianuj innego',
  'The user is not active; set "active" to true first.':
    'konto użytkownika jest wyłączone; najpierw je włącz',
  'the code that the authenticator shows now is needed': 'podaj kod, który aplikacja pokazuje teraz',
  'There is no change of step to take back.': 'nie ma żadnego przejścia do cofnięcia',
  'The last change of step has been taken back already.': 'ostatnie przejście już cofnięto',
  'The last change of step was made by {name}; whoever made it can take it back.':
    'ostatnie przejście wykonał ktoś inny ({name}) i tylko ta osoba może je cofnąć',
  'A change of step can be taken back within one minute. Move the issue back instead.':
    'przejście można cofnąć w ciągu minuty; przenieś zgłoszenie z powrotem samodzielnie',
  'another issue is needed': 'wybierz inne zgłoszenie',
  'there is no issue {number}': 'nie ma zgłoszenia {number}',
  '{one} and {other} are linked already.': '{one} i {other} są już powiązane',
  '{number} has {most} links, and more are not allowed.':
    '{number} ma {most} powiązań i więcej ich być nie może',
  'is needed before the step {step}': 'jest potrzebne przed tym etapem',
  'a day after {day} is needed': 'podaj dzień po {day}',
  'at most {most} days from now are allowed': 'najwyżej {most} dni od dziś',
  'who agreed, when and how is needed: the rule asks for it':
    'reguła wymaga zgody: zapisz, kto wyraził zgodę, kiedy i jak',
  'a time that has passed is needed': 'podaj czas, który już minął',
  'the rule {rule} allows no day after {day} without consent: use POST …/deadline/extensions':
    'bez zgody nie można wybrać dnia po {day}: użyj Przedłuż termin',
  'From {from} no move leads to {to}; allowed are: {steps}.':
    'zgłoszenie jest teraz gdzie indziej i stamtąd nie da się przejść do tego etapu',
  'the issue has no such attachment': 'wybierz plik z tego zgłoszenia',
  'a whole number of minor units is needed': 'podaj kwotę',
  'a date like 2026-12-09 is needed, or null': 'podaj datę',
  'a date like 2026-11-09 is needed': 'podaj datę',
  'an instant like 2026-11-09T10:30:00Z is needed': 'podaj dzień i godzinę',
}
