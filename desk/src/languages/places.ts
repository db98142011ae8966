import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { allPages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { type Missing, missingIn } from './missing'

/** A place with texts, where it is edited, and how many are missing in each language. */
export type Place = { name: string; to: string; missing: Missing }

const page = (cursor: string | undefined) => ({
  params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
})

async function load() {
  const [company, fields, templates, types] = await Promise.all([
    answer(api.GET('/api/v1/company')),
    allPages((cursor) => answer(api.GET('/api/v1/fields', page(cursor)))),
    allPages((cursor) => answer(api.GET('/api/v1/message-templates', page(cursor)))),
    allPages((cursor) => answer(api.GET('/api/v1/issue-types', page(cursor)))),
  ])
  const parts = await Promise.all(types.map(({ key }) => partsOf(key)))
  return { company, fields, templates, types: types.map((type, at) => ({ type, parts: parts[at] })) }
}

async function partsOf(key: string) {
  const params = { params: { path: { key } } }
  const [steps, statusPage, deadlines] = await Promise.all([
    answer(api.GET('/api/v1/issue-types/{key}/steps', params)),
    answer(api.GET('/api/v1/issue-types/{key}/status-page', params)),
    answer(api.GET('/api/v1/issue-types/{key}/deadlines', params)),
  ])
  return { steps, statusPage, deadlines }
}

/** Every place with texts of the administrators; a query, so that loading and failing are shown. */
export function useTextPlaces(locales: readonly string[], enabled = true) {
  const texts = useTexts().languages
  const format = useFormat()
  const query = useQuery({ queryKey: ['languages', 'places'], queryFn: load, enabled })
  const { data } = query
  if (!data) return { query, places: [] }
  const at = (name: string, to: string, value: unknown): Place => ({
    name,
    to: `/configuration/${to}`,
    missing: missingIn(value, locales),
  })
  const places = [
    at(texts.company, 'company', data.company),
    at(texts.fields, 'fields', data.fields),
    at(
      texts.types,
      'issue-types',
      data.types.map(({ type }) => type.name),
    ),
    ...data.types.flatMap(({ type, parts }) => {
      const name = format.text(type.name) || type.key
      const to = `issue-types/${type.key}`
      return [
        at(texts.steps(name), `${to}/steps`, parts?.steps),
        at(texts.page(name), `${to}/status-page`, parts?.statusPage),
        at(texts.deadlines(name), `${to}/deadlines`, parts?.deadlines),
      ]
    }),
    ...data.templates.map((template) =>
      at(texts.templates(template.name || template.key), `templates/${template.key}`, template),
    ),
  ]
  return { query, places }
}
