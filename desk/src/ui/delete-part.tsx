import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts'
import { Confirm } from './confirm'
import { Section } from './page'

type Props = {
  title: string
  /** What goes with it, and what stands in the way. */
  about: ReactNode
  /** Asked before it is done. */
  question: string
  /** Has to be typed first. */
  typed: string
  onDelete: () => Promise<unknown>
}

/** The end of a thing, at the foot of its own screen. */
export function DeletePart({ title, about, question, typed, onDelete }: Props) {
  const texts = useTexts().common
  const [isAsking, setAsking] = useState(false)
  return (
    <Section title={title} about={about}>
      <Button
        variant="outline"
        color="bad"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setAsking(true)}
      >
        {texts.delete}
      </Button>
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={question}
        action={texts.delete}
        typed={typed}
        onConfirm={onDelete}
      >
        {about}
      </Confirm>
    </Section>
  )
}
