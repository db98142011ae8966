import { api, tagged } from '../api/client'
import { Problem } from '../api/problem'
import { ifMatch } from '../api/source'
import { isSame } from '../api/merge'
import type { Issue, WorkStep } from '../work'
import { type Loaded, patchIssue, readIssue } from './issue'
import { changeOf, memberOf, pathOf } from './members'

/** The members that a step asks for and the issue lacks. */
export function missingFor(step: WorkStep, issue: Issue): string[] {
  return step.required
    .map(pathOf)
    .filter(
      (path) => memberOf(issue, path) === null && !(path === 'due' && issue.deadline?.state === 'paused'),
    )
}

type Given = Readonly<Record<string, unknown>>

/**
 * Moves an issue, with what the step asks for. Values go along with the move; what is not a value is saved before it.
 * @throws Problem
 */
export async function moveIssue(
  base: Loaded,
  to: string,
  { given, comment }: { given: Given; comment: string },
): Promise<Loaded> {
  const { number } = base.value
  const ready = await saveBefore(base, given)
  const values = Object.fromEntries(
    Object.entries(given).flatMap(([path, value]) =>
      path.startsWith('values.') ? [[path.slice('values.'.length), value]] : [],
    ),
  )
  const send = (etag: string | null) =>
    tagged(
      api.POST('/api/v1/issues/{number}/transitions', {
        params: { path: { number }, header: ifMatch(etag) },
        body: {
          to,
          ...(comment ? { comment } : {}),
          ...(Object.keys(values).length > 0 ? { values } : {}),
        },
      }),
    )
  try {
    return await send(ready.etag)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'version-conflict') throw error
    const theirs = await readIssue(number)
    // A message or another value that came meanwhile stands in no move's way; another step does.
    const isAsItWas =
      theirs.value.step === base.value.step &&
      Object.keys(given).every((path) => isSame(memberOf(theirs.value, path), memberOf(ready.value, path)))
    if (!isAsItWas) throw error
    return send(theirs.etag)
  }
}

async function saveBefore(base: Loaded, given: Given): Promise<Loaded> {
  let now = base
  for (const [path, value] of Object.entries(given)) {
    if (!path.startsWith('values.')) now = await patchIssue(now.value.number, changeOf(path, value), now.etag)
  }
  return now
}
