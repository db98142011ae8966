import type { LanguagesTexts } from '../en/languages'
import { pluralIn } from '../plural'

const plural = pluralIn('de')

export const languages: LanguagesTexts = {
  title: 'Sprachen',
  about:
    'Die Sprachen von Seiten und Nachrichten, und welche Ihrer Texte darin noch fehlen. Wo einer fehlt, lesen Kunden ihn in der ersten Sprache, die ihn hat.',
  first: 'erste',
  where: 'Wo',
  complete: 'vollständig',
  missing: (count) => plural(count, { one: '# fehlt', other: '# fehlen' }),
  company: 'Unternehmen',
  fields: 'Felder',
  templates: (name) => `Vorlage ${name}`,
  types: 'Vorgangsarten',
  steps: (name) => `${name}: Schritte`,
  page: (name) => `${name}: Statusseite`,
  deadlines: (name) => `${name}: Fristen`,
  table: 'Fehlende Texte nach Ort und Sprache',
  well: 'In keiner Sprache fehlt etwas.',
}
