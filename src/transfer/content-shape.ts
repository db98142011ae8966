import { type InputError, refuseIfInvalid } from '../base/index.ts'
import { validate } from '../http/index.ts'
import { type Content, contentSchema } from './content.ts'

/** No list and no object of a file has more members: what is wrong with each of them is said. */
const MOST_MEMBERS = 1000

/**
 * Reads a file that was parsed as JSON.
 * @throws Refusal `invalid-input` naming every wrong member
 */
export function readContent(json: unknown): Content {
  refuseIfTooLong(json)
  const content = validate(contentSchema, json)
  refuseIfInvalid(twice(content))
  return content
}

/** @throws Refusal `invalid-input` naming the first list that is too long */
export function refuseIfTooLong(json: unknown): void {
  const open: [path: string, value: unknown][] = [['', json]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next
    if (typeof value !== 'object' || value === null) continue
    const members = Object.entries(value)
    if (members.length > MOST_MEMBERS)
      refuseIfInvalid([{ path, message: `at most ${MOST_MEMBERS} members are allowed` }])
    for (const [name, member] of members) open.push([path === '' ? name : `${path}.${name}`, member])
  }
}

/** What stands more than once in a file. */
export function twice(content: Content): InputError[] {
  return [
    ...repeated('calendars', 'key', content.calendars),
    ...repeated('fields', 'key', content.fields),
    ...repeated('issueTypes', 'key', content.issueTypes),
    ...repeated('messageTemplates', 'key', content.messageTemplates),
    ...repeated('businessRules', 'id', content.businessRules),
    ...repeated('webhooks', 'id', content.webhooks),
  ]
}

function repeated<Name extends string>(
  path: string,
  name: Name,
  things: readonly Record<Name, string>[],
): InputError[] {
  const seen = new Set<string>()
  return things.flatMap((thing, index) => {
    const isRepeated = seen.has(thing[name])
    seen.add(thing[name])
    return isRepeated ? [{ path: `${path}.${index}.${name}`, message: `${thing[name]} stands twice` }] : []
  })
}
