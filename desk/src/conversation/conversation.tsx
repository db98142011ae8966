import { useMay } from '../api/session'
import { Failed, Later, Loaded } from '../ui'
import type { Issue } from '../work'
import { Composer } from './composer'
import './conversation.css'
import { entriesOf } from './entries'
import { useAttachments, useDeliveries, useMessages } from './parts'
import { Thread } from './thread'

/** All that was said, shown and sent about an issue, newest last, and where one answers. */
export function Conversation({ number, issue }: { number: string; issue: Issue }) {
  const mayWrite = useMay('issues:write')
  const messages = useMessages(number)
  const attachments = useAttachments(number)
  const deliveries = useDeliveries(number)
  return (
    <div className="talk">
      <Loaded query={messages}>
        {(all) => (
          <Thread
            number={number}
            issue={issue}
            entries={entriesOf(all, attachments.data ?? [], deliveries.data ?? [])}
          />
        )}
      </Loaded>
      {deliveries.error && <Failed error={deliveries.error} again={() => void deliveries.refetch()} />}
      {mayWrite && (
        <Later>
          <Composer number={number} issue={issue} />
        </Later>
      )}
    </div>
  )
}
