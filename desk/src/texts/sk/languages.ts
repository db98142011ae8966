import type { LanguagesTexts } from '../en/languages'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const languages: LanguagesTexts = {
  title: 'Jazyky',
  about:
    'Jazyky stránok a správ a ktoré vaše texty v nich ešte chýbajú. Kde text chýba, číta zákazník text v prvom jazyku, ktorý ho má.',
  first: 'prvý',
  where: 'Kde',
  complete: 'úplné',
  missing: (count) => plural(count, { one: '# chýba', few: '# chýbajú', other: '# chýba' }),
  company: 'Spoločnosť',
  fields: 'Polia',
  templates: (name) => `Šablóna ${name}`,
  types: 'Druhy požiadaviek',
  steps: (name) => `${name}: kroky`,
  page: (name) => `${name}: stavová stránka`,
  deadlines: (name) => `${name}: lehoty`,
  table: 'Chýbajúce texty podľa miesta a jazyka',
  well: 'V žiadnom jazyku nič nechýba.',
}
