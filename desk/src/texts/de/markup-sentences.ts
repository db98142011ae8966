import type { MarkupSentences } from '../en/markup-sentences'

export const markupSentences: MarkupSentences = {
  'a {part} is needed, because there is a {other} in {locale}':
    'es fehlt ein Teil: in der Sprache {locale} gibt es nur den Betreff oder nur den Text',
  'a {part} is needed in one language at least': 'füllen Sie das in mindestens einer Sprache aus',
  'a body is needed in one language at least': 'geben Sie den Text in mindestens einer Sprache ein',
  'a text message has no subject; leave it out or empty': 'eine SMS hat keinen Betreff; lassen Sie ihn leer',
  'line {line}, column {column}: {rest}': 'Zeile {line}, Spalte {column}: {rest}',
  'there is no variable {name}; did you mean {meant}?':
    'es gibt keine Variable „{name}“; meinten Sie „{meant}“?',
  'there is no variable {name}; there are {known}': 'es gibt keine Variable „{name}“; es gibt: {known}',
  'there is no field {key}; did you mean {meant}?': 'es gibt kein Feld „{key}“; meinten Sie „{meant}“?',
  'there is no filter {name}; did you mean {meant}?':
    'es gibt keinen Filter „{name}“; meinten Sie „{meant}“?',
  'there is no filter {name}; there are {known}': 'es gibt keinen Filter „{name}“; es gibt: {known}',
  'there is no tag {name}; did you mean {meant}?': 'es gibt keinen Tag „{name}“; meinten Sie „{meant}“?',
  'there is no tag {name}; there are {known}': 'es gibt keinen Tag „{name}“; es gibt: {known}',
  'nothing is open that {name} could belong to': 'es ist nichts geöffnet, wozu „{name}“ gehören könnte',
  'tag {name} not closed': 'der Tag „{name}“ ist nicht geschlossen',
  'output "{text}" not closed': '„{text}“ ist nicht geschlossen',
  'a field is named by its key, like field.product':
    'ein Feld wird mit seinem Schlüssel genannt, etwa field.product',
  'the field {key} names a file, and messages cannot print files':
    'das Feld „{key}“ enthält eine Datei, und Dateien lassen sich nicht in Nachrichten ausgeben',
  '{name} has no parts to name': '„{name}“ hat keine Teile',
  'it is nested too deeply': 'die Verschachtelung ist zu tief',
  'at character {at}: {rest}': 'Zeichen {at}: {rest}',
  'the formula cannot be read': 'die Formel lässt sich nicht lesen',
  'a formula is needed': 'geben Sie eine Formel ein',
  'one formula is needed, not several': 'geben Sie eine Formel ein, nicht mehrere',
  'there is no function {name}': 'es gibt keine Funktion „{name}“',
  'the type of {name} does not fit into formulas': '„{name}“ lässt sich in Formeln nicht verwenden',
  'the formula needs its own result: {circle}': 'die Formel braucht ihr eigenes Ergebnis: {circle}',
  'a token {seq:n} or {rand:n} is needed, or all numbers would be the same':
    'fügen Sie {seq:n} oder {rand:n} ein, sonst wären alle Nummern gleich',
  'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed':
    'erlaubt sind Buchstaben ohne Umlaute, Ziffern, - / . _ und die Platzhalter {YYYY} {YY} {seq:n} {rand:n} (n von 1 bis 20)',
  'without {seq:n} at least {rand:8} is needed, or numbers would run out':
    'ohne {seq:n} ist mindestens {rand:8} nötig, sonst gingen die Nummern aus',
  'Numbers of this pattern can be guessed; end it in {rand:{count}} or more to protect customers.':
    'Nummern nach diesem Muster lassen sich erraten; lassen Sie es mit {rand:{count}} oder mehr enden, um Kunden zu schützen.',
  'Give the name of a font.': 'geben Sie den Namen einer Schrift ein',
  'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.':
    'trennen Sie Namen von Schriften mit Kommas, etwa "Open Sans", Arial, sans-serif',
  'A width is a number with px, rem, ch or %, like 720px.':
    'eine Breite ist eine Zahl mit px, rem, ch oder %, etwa 720px',
  'A width in {unit} goes from {least} to {most}.': 'eine Breite in {unit} geht von {least} bis {most}',
  'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).':
    'ein Favicon ist eine https-Adresse oder eine eigene Datei wie /assets/icon.png (png, ico oder svg)',
  'A title may have at most {limit} characters.': 'ein Titel darf höchstens {limit} Zeichen haben',
  'A title is one line of text without control characters.': 'ein Titel ist eine Textzeile',
  'CSS may have at most 128 KiB': 'CSS darf höchstens 128 KiB haben',
  'this is neither a rule nor a declaration': 'das ist weder eine Regel noch eine Deklaration',
  'the rule has no selector': 'die Regel hat keinen Selektor',
  'the rule has no block': 'die Regel hat keinen Block',
  'other style sheets cannot be loaded; copy their rules here':
    'andere Stylesheets können nicht geladen werden; kopieren Sie deren Regeln hierher',
  'of at-rules only {known} are allowed': 'von den At-Regeln sind nur {known} erlaubt',
  'an at-rule cannot stand here': 'eine At-Regel darf hier nicht stehen',
  'only https addresses and own assets (/assets/…) are allowed':
    'erlaubt sind nur https-Adressen und eigene Dateien (/assets/…)',
  'the address in url() cannot be read': 'die Adresse in url() lässt sich nicht lesen',
  'selectors may not look at what is typed into fields':
    'Selektoren dürfen nicht auf Eingaben in Felder achten',
  'scripts are not allowed': 'Skripte sind nicht erlaubt',
  'styles belong into the CSS setting': 'Stile gehören in die CSS-Einstellung',
  'other files cannot be loaded': 'andere Dateien können nicht geladen werden',
  'it would move every link of the page': 'es würde jeden Link der Seite verschieben',
  'the page sets these itself': 'das legt die Seite selbst fest',
  'templates are not allowed': 'Vorlagen sind nicht erlaubt',
  'other pages cannot be embedded': 'andere Seiten können nicht eingebettet werden',
  'forms are not allowed': 'Formulare sind nicht erlaubt',
  'drawings are allowed only as image files': 'Zeichnungen sind nur als Bilddateien erlaubt',
  'the page has its own': 'die Seite hat ihr eigenes',
  'comments are not kept': 'Kommentare werden nicht aufbewahrt',
  'this tag is not allowed': 'dieses Tag ist nicht erlaubt',
  'this attribute is not allowed': 'dieses Attribut ist nicht erlaubt',
  'an image needs a source': 'ein Bild braucht eine Quelle',
  'links go to https, mailto or tel': 'Links führen zu https, mailto oder tel',
  'images come from https or own assets (/assets/…)':
    'Bilder kommen von https-Adressen oder aus eigenen Dateien (/assets/…)',
  'HTML may have at most 64 KiB': 'HTML darf höchstens 64 KiB haben',
  'a file of the kind {kinds} is needed': 'erlaubte Dateiarten: {kinds}',
  'the content is not that of a {kind} file': 'der Inhalt ist nicht der einer {kind}-Datei',
  'A {kind} file may have at most {limit} KiB.': 'eine {kind}-Datei darf höchstens {limit} KiB haben',
}
