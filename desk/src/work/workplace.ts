import { useQuery } from '@tanstack/react-query'
import { type Answer, answer, api, type Item } from '../api/client'
import { useFormat, useTexts } from '../texts'

export type Issue = Item<'/api/v1/issues'>
export type Workplace = Answer<'/api/v1/workplace', 'get'>
export type WorkType = Workplace['types'][number]
export type WorkStep = WorkType['steps'][number]
export type WorkField = Workplace['fields'][number]
export type WorkUser = Workplace['users'][number]

/** Types, fields, people and templates: what one needs of the configuration to show issues. */
export function workplaceQuery() {
  return {
    queryKey: ['workplace'],
    queryFn: () => answer(api.GET('/api/v1/workplace')),
    staleTime: 60_000,
  }
}

export function useWorkplace() {
  return useQuery(workplaceQuery())
}

/** The templates of what may be sent to a customer; what is meant for people of the shop is none of them. */
export function customerTemplates(workplace: Workplace | undefined) {
  return (workplace?.templates ?? []).filter(({ forStaff }) => !forStaff)
}

/** What is looked up in the workplace while issues are shown; names in the language of the desk. */
export function useNames(workplace: Workplace) {
  const { text } = useFormat()
  const builtIn = useTexts().work.fields
  const types = new Map(workplace.types.map((type) => [type.key, type]))
  const fields = new Map(workplace.fields.map((field) => [field.key, field]))
  const stepOf = (type: string, step: string) => types.get(type)?.steps.find(({ key }) => key === step)
  return {
    type: (key: string) => text(types.get(key)?.name) || key,
    step: (type: string, step: string) => text(stepOf(type, step)?.name) || step,
    /** The heading of a field; a view's own label comes first. */
    field: (key: string, label?: Readonly<Record<string, string>> | null) =>
      text(label) || text(fields.get(key)?.label) || builtInName(builtIn, key) || key,
    option: (field: string, key: string) =>
      text(fields.get(field)?.options.find((option) => option.key === key)?.label) || key,
    user: (id: string) => workplace.users.find((user) => user.id === id)?.name ?? id,
    typeOf: (key: string) => types.get(key),
    stepOf,
    fieldOf: (key: string) => fields.get(key),
  }
}

function builtInName(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined
}
