import type { useTexts } from '../texts'
import type { useNames, Workplace } from '../work'
import type { Choice } from './filter-chip'
import { ALL, CATEGORIES, DUES, type ListState, listOf, TURNS } from './state'

export type Filter = {
  member: keyof ListState
  name: string
  choices: readonly Choice[]
  single: boolean
  otherwise?: string
}
type Names = ReturnType<typeof useNames>
type Texts = ReturnType<typeof useTexts>

/** The filters that every list has. */
export function mainFilters(workplace: Workplace, names: Names, texts: Texts, state: ListState): Filter[] {
  const { filter, categories, dues, notDone, allStates } = texts.issueList
  const types: Filter = {
    member: 'type',
    name: filter.type,
    choices: workplace.types.map(({ key }) => ({ value: key, label: names.type(key) })),
    single: false,
  }
  return [
    ...(workplace.types.length > 1 ? [types] : []),
    { member: 'step', name: filter.step, choices: stepsOf(workplace, names, state), single: false },
    { member: 'handler', name: filter.handler, choices: peopleOf(workplace, filter), single: false },
    {
      member: 'due',
      name: filter.due,
      choices: DUES.map((value) => ({ value, label: dues[value] })),
      single: true,
    },
    {
      member: 'turn',
      name: filter.turn,
      choices: TURNS.map((value) => ({ value, label: texts.work.turns[value] })),
      single: true,
    },
    {
      member: 'category',
      name: filter.category,
      choices: [
        ...CATEGORIES.map((value) => ({ value, label: categories[value] })),
        { value: ALL, label: allStates },
      ],
      single: true,
      otherwise: notDone,
    },
  ]
}

/** The steps of the types that are shown. Types that have one of the same key share it. */
function stepsOf({ types }: Workplace, names: Names, { type }: ListState): Choice[] {
  const shown = listOf(type)
  const labels = new Map<string, Set<string>>()
  for (const { key, steps } of types) {
    if (shown.length > 0 && !shown.includes(key)) continue
    for (const step of steps) {
      const known = labels.get(step.key) ?? new Set()
      labels.set(step.key, known.add(names.step(key, step.key)))
    }
  }
  return [...labels].map(([value, known]) => ({ value, label: [...known].join(' / ') }))
}

function peopleOf({ users }: Workplace, texts: Texts['issueList']['filter']): Choice[] {
  return [
    { value: 'me', label: texts.me },
    { value: 'none', label: texts.nobody },
    ...users.filter(({ handles }) => handles).map(({ id, name }) => ({ value: id, label: name })),
  ]
}

/** Whether the customer waits for an answer: a filter that few ask for beside its view. */
export function answerFilter({ issueList: { filter } }: Texts): Filter {
  return {
    member: 'answer',
    name: filter.answer,
    choices: [{ value: 'awaited', label: filter.awaited }],
    single: true,
  }
}

/** The filters of own fields that have a handful of values to choose from. */
export function ownFilters({ fields, users }: Workplace, names: Names, texts: Texts): Filter[] {
  return fields
    .filter(({ filterable }) => filterable)
    .flatMap(({ key, type, options }): Filter[] => {
      const one = { member: `field.${key}` as const, name: names.field(key), single: true }
      switch (type) {
        case 'choice':
        case 'multi-choice':
          return [
            {
              ...one,
              choices: options.map((option) => ({ value: option.key, label: names.option(key, option.key) })),
            },
          ]
        case 'boolean':
          return [
            {
              ...one,
              choices: [
                { value: 'true', label: texts.work.yes },
                { value: 'false', label: texts.work.no },
              ],
            },
          ]
        case 'user':
          return [{ ...one, choices: users.map(({ id, name }) => ({ value: id, label: name })) }]
        default:
          return []
      }
    })
}
