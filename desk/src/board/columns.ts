import type { WorkField, WorkStep, WorkType } from '../work'

/** The steps in the order of their type, those where nothing is left to do at the end. */
export function inColumns<S extends Pick<WorkStep, 'category'>>(steps: readonly S[]): S[] {
  const isOver = (step: S) => step.category === 'done'
  return [...steps.filter((step) => !isOver(step)), ...steps.filter(isOver)]
}

/** The first own field that the list of a type shows: what a card says of the thing that an issue is about. */
export function subjectField(type: Pick<WorkType, 'views'>, fields: readonly WorkField[]): string | null {
  const own = new Set(fields.map(({ key }) => key))
  return type.views.list.find(({ field }) => own.has(field))?.field ?? null
}

/** The letters that stand for a person: of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20))
    .join('')
    .toLocaleUpperCase()
}
