/** As the other sentences: what the API says of templates, formulas, patterns, HTML and CSS. */
export const markupSentences = {
  'a {part} is needed, because there is a {other} in {locale}':
    'a {part} is needed, because there is a {other} in {locale}',
  'a {part} is needed in one language at least': 'a {part} is needed in one language at least',
  'a body is needed in one language at least': 'a body is needed in one language at least',
  'a text message has no subject; leave it out or empty':
    'a text message has no subject; leave it out or empty',
  'line {line}, column {column}: {rest}': 'line {line}, column {column}: {rest}',
  'there is no variable {name}; did you mean {meant}?': 'there is no variable {name}; did you mean {meant}?',
  'there is no variable {name}; there are {known}': 'there is no variable {name}; there are {known}',
  'there is no field {key}; did you mean {meant}?': 'there is no field {key}; did you mean {meant}?',
  'there is no filter {name}; did you mean {meant}?': 'there is no filter {name}; did you mean {meant}?',
  'there is no filter {name}; there are {known}': 'there is no filter {name}; there are {known}',
  'there is no tag {name}; did you mean {meant}?': 'there is no tag {name}; did you mean {meant}?',
  'there is no tag {name}; there are {known}': 'there is no tag {name}; there are {known}',
  'nothing is open that {name} could belong to': 'nothing is open that {name} could belong to',
  'tag {name} not closed': 'tag {name} not closed',
  'output "{text}" not closed': 'output "{text}" not closed',
  'a field is named by its key, like field.product': 'a field is named by its key, like field.product',
  'the field {key} names a file, and messages cannot print files':
    'the field {key} names a file, and messages cannot print files',
  '{name} has no parts to name': '{name} has no parts to name',
  'it is nested too deeply': 'it is nested too deeply',
  'at character {at}: {rest}': 'at character {at}: {rest}',
  'the formula cannot be read': 'the formula cannot be read',
  'a formula is needed': 'a formula is needed',
  'one formula is needed, not several': 'one formula is needed, not several',
  'there is no function {name}': 'there is no function {name}',
  'the type of {name} does not fit into formulas': 'the type of {name} does not fit into formulas',
  'the formula needs its own result: {circle}': 'the formula needs its own result: {circle}',
  'a token {seq:n} or {rand:n} is needed, or all numbers would be the same':
    'a token {seq:n} or {rand:n} is needed, or all numbers would be the same',
  'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed':
    'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed',
  'without {seq:n} at least {rand:8} is needed, or numbers would run out':
    'without {seq:n} at least {rand:8} is needed, or numbers would run out',
  'Numbers of this pattern can be guessed; end it in {rand:{count}} or more to protect customers.':
    'Numbers of this pattern can be guessed; end it in {rand:{count}} or more to protect customers.',
  'Give the name of a font.': 'Give the name of a font.',
  'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.':
    'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.',
  'A width is a number with px, rem, ch or %, like 720px.':
    'A width is a number with px, rem, ch or %, like 720px.',
  'A width in {unit} goes from {least} to {most}.': 'A width in {unit} goes from {least} to {most}.',
  'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).':
    'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).',
  'A title may have at most {limit} characters.': 'A title may have at most {limit} characters.',
  'A title is one line of text without control characters.':
    'A title is one line of text without control characters.',
  'CSS may have at most 128 KiB': 'CSS may have at most 128 KiB',
  'this is neither a rule nor a declaration': 'this is neither a rule nor a declaration',
  'the rule has no selector': 'the rule has no selector',
  'the rule has no block': 'the rule has no block',
  'other style sheets cannot be loaded; copy their rules here':
    'other style sheets cannot be loaded; copy their rules here',
  'of at-rules only {known} are allowed': 'of at-rules only {known} are allowed',
  'an at-rule cannot stand here': 'an at-rule cannot stand here',
  'only https addresses and own assets (/assets/…) are allowed':
    'only https addresses and own assets (/assets/…) are allowed',
  'the address in url() cannot be read': 'the address in url() cannot be read',
  'selectors may not look at what is typed into fields':
    'selectors may not look at what is typed into fields',
  'scripts are not allowed': 'scripts are not allowed',
  'styles belong into the CSS setting': 'styles belong into the CSS setting',
  'other files cannot be loaded': 'other files cannot be loaded',
  'it would move every link of the page': 'it would move every link of the page',
  'the page sets these itself': 'the page sets these itself',
  'templates are not allowed': 'templates are not allowed',
  'other pages cannot be embedded': 'other pages cannot be embedded',
  'forms are not allowed': 'forms are not allowed',
  'drawings are allowed only as image files': 'drawings are allowed only as image files',
  'the page has its own': 'the page has its own',
  'comments are not kept': 'comments are not kept',
  'this tag is not allowed': 'this tag is not allowed',
  'this attribute is not allowed': 'this attribute is not allowed',
  'an image needs a source': 'an image needs a source',
  'links go to https, mailto or tel': 'links go to https, mailto or tel',
  'images come from https or own assets (/assets/…)': 'images come from https or own assets (/assets/…)',
  'HTML may have at most 64 KiB': 'HTML may have at most 64 KiB',
  'a file of the kind {kinds} is needed': 'a file of the kind {kinds} is needed',
  'the content is not that of a {kind} file': 'the content is not that of a {kind} file',
  'A {kind} file may have at most {limit} KiB.': 'A {kind} file may have at most {limit} KiB.',
}
export type MarkupSentences = Readonly<Record<keyof typeof markupSentences, string>>
