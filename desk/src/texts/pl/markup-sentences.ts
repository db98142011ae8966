import type { MarkupSentences } from '../en/markup-sentences'

export const markupSentences: MarkupSentences = {
  'a {part} is needed, because there is a {other} in {locale}':
    'brakuje tłumaczenia: język {locale} ma tylko temat albo tylko treść',
  'a {part} is needed in one language at least': 'wypełnij to w co najmniej jednym języku',
  'a body is needed in one language at least': 'wpisz treść w co najmniej jednym języku',
  'a text message has no subject; leave it out or empty': 'wiadomość SMS nie ma tematu; pozostaw go pustym',
  'line {line}, column {column}: {rest}': 'wiersz {line}, kolumna {column}: {rest}',
  'there is no variable {name}; did you mean {meant}?': 'nie ma zmiennej „{name}”; czy chodziło o „{meant}”?',
  'there is no variable {name}; there are {known}': 'nie ma zmiennej „{name}”; dostępne: {known}',
  'there is no field {key}; did you mean {meant}?': 'nie ma pola „{key}”; czy chodziło o „{meant}”?',
  'there is no filter {name}; did you mean {meant}?': 'nie ma filtra „{name}”; czy chodziło o „{meant}”?',
  'there is no filter {name}; there are {known}': 'nie ma filtra „{name}”; dostępne: {known}',
  'there is no tag {name}; did you mean {meant}?': 'nie ma znacznika „{name}”; czy chodziło o „{meant}”?',
  'there is no tag {name}; there are {known}': 'nie ma znacznika „{name}”; dostępne: {known}',
  'nothing is open that {name} could belong to': 'nie jest otwarte nic, do czego mogłoby należeć „{name}”',
  'tag {name} not closed': 'znacznik „{name}” nie jest zamknięty',
  'output "{text}" not closed': '„{text}” nie jest zamknięte',
  'a field is named by its key, like field.product': 'pole podaje się kluczem, na przykład field.product',
  'the field {key} names a file, and messages cannot print files':
    'pole „{key}” zawiera plik, a plików nie można wstawić do wiadomości',
  '{name} has no parts to name': '„{name}” nie ma części',
  'it is nested too deeply': 'zagnieżdżenie jest zbyt głębokie',
  'at character {at}: {rest}': 'znak {at}: {rest}',
  'the formula cannot be read': 'nie można odczytać wzoru',
  'a formula is needed': 'wpisz wzór',
  'one formula is needed, not several': 'wpisz jeden wzór, a nie kilka',
  'there is no function {name}': 'nie ma funkcji „{name}”',
  'the type of {name} does not fit into formulas': 'pola „{name}” nie można użyć we wzorze',
  'the formula needs its own result: {circle}': 'wzór wymaga własnego wyniku: {circle}',
  'a token {seq:n} or {rand:n} is needed, or all numbers would be the same':
    'dodaj {seq:n} lub {rand:n}, inaczej wszystkie numery byłyby takie same',
  'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed':
    'dozwolone są litery bez polskich znaków, cyfry, - / . _ oraz znaczniki {YYYY} {YY} {seq:n} {rand:n} (n od 1 do 20)',
  'without {seq:n} at least {rand:8} is needed, or numbers would run out':
    'bez {seq:n} potrzebne jest co najmniej {rand:8}, inaczej numerów by zabrakło',
  'Numbers of this pattern can be guessed; end it in {rand:{count}} or more to protect customers.':
    'Numery według tego wzoru można odgadnąć; zakończ go co najmniej {rand:{count}}, aby chronić klientów.',
  'Give the name of a font.': 'podaj nazwę kroju pisma',
  'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.':
    'oddziel nazwy krojów pisma przecinkami, na przykład "Open Sans", Arial, sans-serif',
  'A width is a number with px, rem, ch or %, like 720px.':
    'szerokość to liczba z jednostką px, rem, ch lub %, na przykład 720px',
  'A width in {unit} goes from {least} to {most}.':
    'szerokość w jednostkach {unit} może wynosić od {least} do {most}',
  'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).':
    'ikona to adres https lub własny plik, na przykład /assets/icon.png (png, ico lub svg)',
  'A title may have at most {limit} characters.': 'tytuł może mieć najwyżej {limit} znaków',
  'A title is one line of text without control characters.': 'tytuł to jeden wiersz tekstu',
  'CSS may have at most 128 KiB': 'CSS może mieć najwyżej 128 KiB',
  'this is neither a rule nor a declaration': 'to nie jest ani reguła, ani deklaracja',
  'the rule has no selector': 'reguła nie ma selektora',
  'the rule has no block': 'reguła nie ma bloku',
  'other style sheets cannot be loaded; copy their rules here':
    'nie można wczytywać innych arkuszy; skopiuj ich reguły tutaj',
  'of at-rules only {known} are allowed': 'z reguł z małpą dozwolone są tylko {known}',
  'an at-rule cannot stand here': 'reguła z małpą nie może tu stać',
  'only https addresses and own assets (/assets/…) are allowed':
    'dozwolone są tylko adresy https i własne pliki (/assets/…)',
  'the address in url() cannot be read': 'nie można odczytać adresu w url()',
  'selectors may not look at what is typed into fields':
    'selektory nie mogą śledzić tego, co wpisuje się w pola',
  'scripts are not allowed': 'skrypty są niedozwolone',
  'styles belong into the CSS setting': 'style należą do ustawienia CSS',
  'other files cannot be loaded': 'nie można wczytywać innych plików',
  'it would move every link of the page': 'zmieniłoby wszystkie odnośniki strony',
  'the page sets these itself': 'strona ustawia je sama',
  'templates are not allowed': 'szablony są niedozwolone',
  'other pages cannot be embedded': 'nie można osadzać innych stron',
  'forms are not allowed': 'formularze są niedozwolone',
  'drawings are allowed only as image files': 'rysunki są dozwolone tylko jako pliki graficzne',
  'the page has its own': 'strona ma własne',
  'comments are not kept': 'komentarze nie są zachowywane',
  'this tag is not allowed': 'ten znacznik jest niedozwolony',
  'this attribute is not allowed': 'ten atrybut jest niedozwolony',
  'an image needs a source': 'obraz wymaga źródła',
  'links go to https, mailto or tel': 'odnośniki mogą prowadzić do https, mailto lub tel',
  'images come from https or own assets (/assets/…)':
    'obrazy mogą pochodzić z adresów https lub z własnych plików (/assets/…)',
  'HTML may have at most 64 KiB': 'HTML może mieć najwyżej 64 KiB',
  'a file of the kind {kinds} is needed': 'dozwolone rodzaje plików: {kinds}',
  'the content is not that of a {kind} file': 'zawartość nie odpowiada plikowi {kind}',
  'A {kind} file may have at most {limit} KiB.': 'plik {kind} może mieć najwyżej {limit} KiB',
}
