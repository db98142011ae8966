import { pluralIn } from '../plural'

const plural = pluralIn('en')

export const languages = {
  title: 'Languages',
  about:
    'The languages of pages and messages, and which of your texts are still missing in them. Where one is missing, customers read the text in the first language that has it.',
  first: 'first',
  where: 'Where',
  complete: 'complete',
  missing: (count: number) => plural(count, { one: '# missing', other: '# missing' }),
  company: 'Company',
  fields: 'Application fields',
  templates: (name: string) => `Template ${name}`,
  types: 'Issue types',
  steps: (name: string) => `${name}: steps`,
  page: (name: string) => `${name}: status page`,
  deadlines: (name: string) => `${name}: deadlines`,
  table: 'Missing texts by place and language',
  well: 'Nothing is missing in any language.',
}
export type LanguagesTexts = typeof languages
