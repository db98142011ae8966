import { useTexts } from '../texts'
import { useTargetNames, type Version } from './names'

/** Who did what to which thing, in the words of the audit log. */
export function Sentence({ version }: { version: Pick<Version, 'actor' | 'action' | 'target'> }) {
  const texts = useTexts().audit
  const nameOf = useTargetNames()
  const words = texts.actions[version.action] ?? texts.other(version.action)
  const [before = '', after = ''] = words.split('{target}')
  return (
    <>
      <strong>{version.actor.name}</strong>
      {texts.between}
      {before}
      {words.includes('{target}') && <em>{nameOf(version.target)}</em>}
      {after}
    </>
  )
}
