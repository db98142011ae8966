import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import { isOfCharacters, written } from './key-presses'
import { useKeysAreOn } from './keys'

const isApple = /Mac|iPod|iPhone|iPad/.test(navigator.platform)

/** The key that does the same; nothing where single keys are switched off. Add `always` for a list of keys. */
export function KeyHint({ keys, always = false }: { keys: string; always?: boolean }) {
  const areOn = useKeysAreOn()
  if (!always && !areOn && isOfCharacters(keys)) return null
  return (
    <span className="work-keys" aria-hidden={!always}>
      {written(keys, isApple).map((press, at) => (
        <Fragment key={press.join('+')}>
          {at > 0 && ' '}
          {press.map((part) => (
            <Kbd key={part} size="xs">
              {part}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
