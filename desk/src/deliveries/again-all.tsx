import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { allPages } from '../api/pages'
import { useTexts } from '../texts'
import { Confirm, notify } from '../ui'
import { DELIVERIES_KEY, loadDeliveries, sendAgain } from './deliveries'

/** Sends everything that failed once more, one after another. */
export function AgainAll({ count }: { count: number }) {
  const texts = useTexts().deliveries
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const send = async () => {
    const broken = [...(await idsOf('failed')), ...(await idsOf('dead'))]
    let failed = 0
    for (const id of broken)
      await sendAgain(id).catch(() => {
        failed++
      })
    notify(texts.againAllDone(broken.length - failed, failed))
    await queries.invalidateQueries({ queryKey: DELIVERIES_KEY })
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {texts.againAll}
      </Button>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={texts.againAllTitle(count)}
        action={texts.againAll}
        onConfirm={send}
      >
        {texts.againAllAbout}
      </Confirm>
    </>
  )
}

async function idsOf(state: 'failed' | 'dead'): Promise<string[]> {
  const all = await allPages((cursor) => loadDeliveries({}, state, cursor, 200))
  return all.map(({ id }) => id)
}
