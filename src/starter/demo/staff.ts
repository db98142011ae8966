import type { UserInput } from '../../staff/index.ts'
import type { Case } from './story.ts'

function person(
  name: string,
  mailbox: string,
  publicName: string,
  more: Pick<UserInput, 'role' | 'locale'>,
): UserInput {
  return { name, email: `${mailbox}@northlight.example`, publicName, active: true, ...more }
}

const tomas = person('Tomáš Havlík', 'tomas', 'Service team', { role: 'handler', locale: 'cs' })
const katrin = person('Katrin Vogel', 'katrin', 'Service team', { role: 'handler', locale: 'de' })
const lucy = person('Lucy Harper', 'lucy', 'Returns team', { role: 'handler', locale: 'en' })
const marek = person('Marek Mazur', 'marek', 'Returns team', { role: 'handler', locale: 'pl' })
const ivana = person('Ivana Kollárová', 'ivana', 'Customer care', { role: 'administrator', locale: 'sk' })
const radka = person('Radka Benešová', 'radka', '', { role: 'owner', locale: 'cs' })
const jitka = person('Jitka Malá', 'accounts', '', { role: 'auditor', locale: null })

/** How the shop's owner signs in to the desk. It is in no other installation than the demo. */
export const DEMO_OWNER = { email: radka.email, password: 'north-light-demo' }

/** The people of the demo's shop; two of them stay unknown to customers. */
export const DEMO_STAFF: readonly UserInput[] = [radka, ivana, tomas, katrin, lucy, marek, jitka]

const TEAMS: Readonly<Record<Case['type'], readonly UserInput[]>> = {
  warranty: [tomas, katrin, ivana],
  repair: [katrin, tomas],
  return: [lucy, marek],
  service: [ivana, radka],
}

/** Who handles an issue, by e-mail; somebody who speaks its language where the team has them, nobody while it is new. */
export function handlerOf({ type, locale, story }: Case, index: number): string | null {
  if (!story.some(({ kind }) => kind === 'move')) return null
  const team = TEAMS[type]
  const speaker = team.find((user) => user.locale === locale) ?? team[index % team.length]
  return speaker?.email ?? null
}
