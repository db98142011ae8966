import './today.css'
import { Group, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { Loaded } from '../ui'
import { useWorkplace, type Workplace } from '../work'
import { TodayPart } from './today-part'
import { useToday } from './today-lists'

/** Today's work, each part with the list behind it. */
export function Today() {
  return <Loaded query={useWorkplace()}>{(workplace) => <Lists workplace={workplace} />}</Loaded>
}

function Lists({ workplace }: { workplace: Workplace }) {
  const texts = useTexts().home.today
  const isHandler = useMay('issues:write')
  const lists = useToday(isHandler, workplace.timeZone)
  if (lists.every(({ found }) => found?.data?.items.length === 0))
    return (
      <Group gap="xs" wrap="nowrap" role="status" className="desk-surface" p="md">
        <IconCircleCheck size={20} aria-hidden color="var(--mantine-color-good-text)" />
        <Text>{isHandler ? texts.nothing : texts.nothingAtAll}</Text>
      </Group>
    )
  return (
    <div className="today">
      {lists.map(({ name, search, found }) => (
        <TodayPart
          key={name}
          title={isHandler ? texts.mine[name] : texts.all[name]}
          search={search}
          found={found}
          workplace={workplace}
        />
      ))}
    </div>
  )
}
