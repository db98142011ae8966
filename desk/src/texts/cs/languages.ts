import type { LanguagesTexts } from '../en/languages'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const languages: LanguagesTexts = {
  title: 'Jazyky',
  about:
    'Jazyky stránek a zpráv a které vaše texty v nich ještě chybí. Kde text chybí, čte zákazník text v prvním jazyce, který jej má.',
  first: 'první',
  where: 'Kde',
  complete: 'úplné',
  missing: (count) => plural(count, { one: '# chybí', few: '# chybí', other: '# chybí' }),
  company: 'Společnost',
  fields: 'Pole',
  templates: (name) => `Šablona ${name}`,
  types: 'Druhy požadavků',
  steps: (name) => `${name}: kroky`,
  page: (name) => `${name}: stavová stránka`,
  deadlines: (name) => `${name}: lhůty`,
  table: 'Chybějící texty podle místa a jazyka',
  well: 'V žádném jazyce nic nechybí.',
}
