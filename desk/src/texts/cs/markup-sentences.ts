import type { MarkupSentences } from '../en/markup-sentences'

export const markupSentences: MarkupSentences = {
  'a {part} is needed, because there is a {other} in {locale}':
    'chybí překlad: jazyk {locale} má jen předmět, nebo jen text',
  'a {part} is needed in one language at least': 'vyplňte to alespoň v jednom jazyce',
  'a body is needed in one language at least': 'zadejte text zprávy alespoň v jednom jazyce',
  'a text message has no subject; leave it out or empty': 'textová zpráva nemá předmět; nechte ho prázdný',
  'line {line}, column {column}: {rest}': 'řádek {line}, sloupec {column}: {rest}',
  'there is no variable {name}; did you mean {meant}?':
    'proměnná „{name}“ neexistuje; nemysleli jste „{meant}“?',
  'there is no variable {name}; there are {known}': 'proměnná „{name}“ neexistuje; známe: {known}',
  'there is no field {key}; did you mean {meant}?': 'pole „{key}“ neexistuje; nemysleli jste „{meant}“?',
  'there is no filter {name}; did you mean {meant}?': 'filtr „{name}“ neexistuje; nemysleli jste „{meant}“?',
  'there is no filter {name}; there are {known}': 'filtr „{name}“ neexistuje; známe: {known}',
  'there is no tag {name}; did you mean {meant}?': 'značka „{name}“ neexistuje; nemysleli jste „{meant}“?',
  'there is no tag {name}; there are {known}': 'značka „{name}“ neexistuje; známe: {known}',
  'nothing is open that {name} could belong to': 'není otevřeno nic, k čemu by „{name}“ patřilo',
  'tag {name} not closed': 'značka „{name}“ není uzavřena',
  'output "{text}" not closed': '„{text}“ není uzavřeno',
  'a field is named by its key, like field.product': 'pole se uvádí klíčem, například field.product',
  'the field {key} names a file, and messages cannot print files':
    'pole „{key}“ obsahuje soubor a ten do zprávy vypsat nelze',
  '{name} has no parts to name': '„{name}“ nemá žádné části',
  'it is nested too deeply': 'je vnořeno příliš hluboko',
  'at character {at}: {rest}': 'znak {at}: {rest}',
  'the formula cannot be read': 'vzorec se nepodařilo přečíst',
  'a formula is needed': 'zadejte vzorec',
  'one formula is needed, not several': 'zadejte jeden vzorec, ne několik',
  'there is no function {name}': 'funkce „{name}“ neexistuje',
  'the type of {name} does not fit into formulas': 'pole „{name}“ nelze ve vzorci použít',
  'the formula needs its own result: {circle}': 'vzorec potřebuje svůj vlastní výsledek: {circle}',
  'a token {seq:n} or {rand:n} is needed, or all numbers would be the same':
    'vložte {seq:n} nebo {rand:n}, jinak by všechna čísla byla stejná',
  'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed':
    'povolena jsou písmena bez diakritiky, číslice, - / . _ a značky {YYYY} {YY} {seq:n} {rand:n} (n od 1 do 20)',
  'without {seq:n} at least {rand:8} is needed, or numbers would run out':
    'bez {seq:n} je potřeba alespoň {rand:8}, jinak by čísla došla',
  'Numbers of this pattern can be guessed; end it in {rand:{count}} or more to protect customers.':
    'Čísla podle tohoto vzoru lze uhodnout; zakončete ho alespoň {rand:{count}}, ochráníte tím zákazníky.',
  'Give the name of a font.': 'zadejte název písma',
  'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.':
    'názvy písem oddělte čárkami, například "Open Sans", Arial, sans-serif',
  'A width is a number with px, rem, ch or %, like 720px.':
    'šířka je číslo s jednotkou px, rem, ch nebo %, například 720px',
  'A width in {unit} goes from {least} to {most}.': 'šířka v jednotkách {unit} smí být od {least} do {most}',
  'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).':
    'ikona je adresa https nebo vlastní soubor, například /assets/icon.png (png, ico nebo svg)',
  'A title may have at most {limit} characters.': 'titulek smí mít nejvýše {limit} znaků',
  'A title is one line of text without control characters.': 'titulek je jeden řádek textu',
  'CSS may have at most 128 KiB': 'CSS smí mít nejvýše 128 KiB',
  'this is neither a rule nor a declaration': 'toto není ani pravidlo, ani deklarace',
  'the rule has no selector': 'pravidlo nemá selektor',
  'the rule has no block': 'pravidlo nemá blok',
  'other style sheets cannot be loaded; copy their rules here':
    'jiné styly nelze načítat; zkopírujte jejich pravidla sem',
  'of at-rules only {known} are allowed': 'z pravidel se zavináčem jsou povolena jen {known}',
  'an at-rule cannot stand here': 'pravidlo se zavináčem zde být nemůže',
  'only https addresses and own assets (/assets/…) are allowed':
    'povoleny jsou jen adresy https a vlastní soubory (/assets/…)',
  'the address in url() cannot be read': 'adresu v url() se nepodařilo přečíst',
  'selectors may not look at what is typed into fields': 'selektory nesmějí sledovat, co se píše do polí',
  'scripts are not allowed': 'skripty nejsou povoleny',
  'styles belong into the CSS setting': 'styly patří do nastavení CSS',
  'other files cannot be loaded': 'jiné soubory nelze načítat',
  'it would move every link of the page': 'změnilo by všechny odkazy stránky',
  'the page sets these itself': 'stránka si je nastavuje sama',
  'templates are not allowed': 'šablony nejsou povoleny',
  'other pages cannot be embedded': 'jiné stránky nelze vkládat',
  'forms are not allowed': 'formuláře nejsou povoleny',
  'drawings are allowed only as image files': 'kresby jsou povoleny jen jako soubory s obrázkem',
  'the page has its own': 'stránka má vlastní',
  'comments are not kept': 'poznámky se neukládají',
  'this tag is not allowed': 'tato značka není povolena',
  'this attribute is not allowed': 'tento atribut není povolen',
  'an image needs a source': 'obrázek potřebuje zdroj',
  'links go to https, mailto or tel': 'odkazy smějí vést na https, mailto nebo tel',
  'images come from https or own assets (/assets/…)':
    'obrázky smějí být z adres https nebo z vlastních souborů (/assets/…)',
  'HTML may have at most 64 KiB': 'HTML smí mít nejvýše 64 KiB',
  'a file of the kind {kinds} is needed': 'povolené druhy souborů: {kinds}',
  'the content is not that of a {kind} file': 'obsah neodpovídá souboru {kind}',
  'A {kind} file may have at most {limit} KiB.': 'soubor {kind} smí mít nejvýše {limit} KiB',
}
