import type { MarkupSentences } from '../en/markup-sentences'

export const markupSentences: MarkupSentences = {
  'a {part} is needed, because there is a {other} in {locale}':
    'chýba preklad: jazyk {locale} má len predmet alebo len text',
  'a {part} is needed in one language at least': 'vyplňte to aspoň v jednom jazyku',
  'a body is needed in one language at least': 'zadajte text správy aspoň v jednom jazyku',
  'a text message has no subject; leave it out or empty': 'textová správa nemá predmet; nechajte ho prázdny',
  'line {line}, column {column}: {rest}': 'riadok {line}, stĺpec {column}: {rest}',
  'there is no variable {name}; did you mean {meant}?':
    'premenná „{name}“ neexistuje; nemysleli ste „{meant}“?',
  'there is no variable {name}; there are {known}': 'premenná „{name}“ neexistuje; poznáme: {known}',
  'there is no field {key}; did you mean {meant}?': 'pole „{key}“ neexistuje; nemysleli ste „{meant}“?',
  'there is no filter {name}; did you mean {meant}?': 'filter „{name}“ neexistuje; nemysleli ste „{meant}“?',
  'there is no filter {name}; there are {known}': 'filter „{name}“ neexistuje; poznáme: {known}',
  'there is no tag {name}; did you mean {meant}?': 'značka „{name}“ neexistuje; nemysleli ste „{meant}“?',
  'there is no tag {name}; there are {known}': 'značka „{name}“ neexistuje; poznáme: {known}',
  'nothing is open that {name} could belong to': 'nie je otvorené nič, k čomu by „{name}“ patrilo',
  'tag {name} not closed': 'značka „{name}“ nie je uzavretá',
  'output "{text}" not closed': '„{text}“ nie je uzavreté',
  'a field is named by its key, like field.product': 'pole sa uvádza kľúčom, napríklad field.product',
  'the field {key} names a file, and messages cannot print files':
    'pole „{key}“ obsahuje súbor a ten do správy vypísať nemožno',
  '{name} has no parts to name': '„{name}“ nemá žiadne časti',
  'it is nested too deeply': 'je vnorené príliš hlboko',
  'at character {at}: {rest}': 'znak {at}: {rest}',
  'the formula cannot be read': 'vzorec sa nepodarilo prečítať',
  'a formula is needed': 'zadajte vzorec',
  'one formula is needed, not several': 'zadajte jeden vzorec, nie viacero',
  'there is no function {name}': 'funkcia „{name}“ neexistuje',
  'the type of {name} does not fit into formulas': 'pole „{name}“ nemožno vo vzorci použiť',
  'the formula needs its own result: {circle}': 'vzorec potrebuje svoj vlastný výsledok: {circle}',
  'a token {seq:n} or {rand:n} is needed, or all numbers would be the same':
    'vložte {seq:n} alebo {rand:n}, inak by všetky čísla boli rovnaké',
  'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed':
    'povolené sú písmená bez diakritiky, číslice, - / . _ a značky {YYYY} {YY} {seq:n} {rand:n} (n od 1 do 20)',
  'without {seq:n} at least {rand:8} is needed, or numbers would run out':
    'bez {seq:n} je potrebné aspoň {rand:8}, inak by sa čísla minuli',
  'Numbers of this pattern can be guessed; end it in {rand:{count}} or more to protect customers.':
    'Čísla podľa tohto vzoru možno uhádnuť; zakončite ho aspoň {rand:{count}}, ochránite tým zákazníkov.',
  'Give the name of a font.': 'zadajte názov písma',
  'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.':
    'názvy písiem oddeľte čiarkami, napríklad "Open Sans", Arial, sans-serif',
  'A width is a number with px, rem, ch or %, like 720px.':
    'šírka je číslo s jednotkou px, rem, ch alebo %, napríklad 720px',
  'A width in {unit} goes from {least} to {most}.': 'šírka v jednotkách {unit} smie byť od {least} do {most}',
  'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).':
    'ikona je adresa https alebo vlastný súbor, napríklad /assets/icon.png (png, ico alebo svg)',
  'A title may have at most {limit} characters.': 'titulok smie mať najviac {limit} znakov',
  'A title is one line of text without control characters.': 'titulok je jeden riadok textu',
  'CSS may have at most 128 KiB': 'CSS smie mať najviac 128 KiB',
  'this is neither a rule nor a declaration': 'toto nie je ani pravidlo, ani deklarácia',
  'the rule has no selector': 'pravidlo nemá selektor',
  'the rule has no block': 'pravidlo nemá blok',
  'other style sheets cannot be loaded; copy their rules here':
    'iné štýly nemožno načítavať; skopírujte ich pravidlá sem',
  'of at-rules only {known} are allowed': 'z pravidiel so zavináčom sú povolené len {known}',
  'an at-rule cannot stand here': 'pravidlo so zavináčom tu byť nemôže',
  'only https addresses and own assets (/assets/…) are allowed':
    'povolené sú len adresy https a vlastné súbory (/assets/…)',
  'the address in url() cannot be read': 'adresu v url() sa nepodarilo prečítať',
  'selectors may not look at what is typed into fields': 'selektory nesmú sledovať, čo sa píše do polí',
  'scripts are not allowed': 'skripty nie sú povolené',
  'styles belong into the CSS setting': 'štýly patria do nastavenia CSS',
  'other files cannot be loaded': 'iné súbory nemožno načítavať',
  'it would move every link of the page': 'zmenilo by všetky odkazy stránky',
  'the page sets these itself': 'stránka si ich nastavuje sama',
  'templates are not allowed': 'šablóny nie sú povolené',
  'other pages cannot be embedded': 'iné stránky nemožno vkladať',
  'forms are not allowed': 'formuláre nie sú povolené',
  'drawings are allowed only as image files': 'kresby sú povolené len ako súbory s obrázkom',
  'the page has its own': 'stránka má vlastné',
  'comments are not kept': 'poznámky sa neukladajú',
  'this tag is not allowed': 'táto značka nie je povolená',
  'this attribute is not allowed': 'tento atribút nie je povolený',
  'an image needs a source': 'obrázok potrebuje zdroj',
  'links go to https, mailto or tel': 'odkazy smú viesť na https, mailto alebo tel',
  'images come from https or own assets (/assets/…)':
    'obrázky smú byť z adries https alebo z vlastných súborov (/assets/…)',
  'HTML may have at most 64 KiB': 'HTML smie mať najviac 64 KiB',
  'a file of the kind {kinds} is needed': 'povolené druhy súborov: {kinds}',
  'the content is not that of a {kind} file': 'obsah nezodpovedá súboru {kind}',
  'A {kind} file may have at most {limit} KiB.': 'súbor {kind} smie mať najviac {limit} KiB',
}
