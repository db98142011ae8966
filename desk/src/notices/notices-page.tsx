import { Button, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { usePages } from '../api/pages'
import { useTexts } from '../texts'
import { Empty, Failed, Page } from '../ui'
import { NoticeLine } from './notice-line'
import { loadNotices, NOTICES_KEY, useLatestNotices, useMarkRead } from './notices'

/** All that one was told of, page by page. */
export function NoticesPage() {
  const { notices: texts, common } = useTexts()
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const pages = usePages([...NOTICES_KEY, 'list', isUnreadOnly], (cursor) =>
    loadNotices(cursor, isUnreadOnly),
  )
  const mark = useMarkRead()
  const unread = useLatestNotices().data?.unread ?? 0
  return (
    <Page
      title={texts.title}
      about={texts.about}
      width={820}
      actions={
        <Button variant="default" disabled={unread === 0} onClick={() => mark.mutate({ all: true })}>
          {texts.markAll}
        </Button>
      }
    >
      <div>
        <SegmentedControl
          aria-label={texts.title}
          value={isUnreadOnly ? 'unread' : 'all'}
          onChange={(value) => setUnreadOnly(value === 'unread')}
          data={[
            { value: 'all', label: texts.all },
            { value: 'unread', label: texts.unreadOnly },
          ]}
        />
      </div>
      {pages.error && <Failed error={pages.error} again={() => void pages.refetch()} />}
      {!pages.isPending && !pages.error && pages.items.length === 0 && (
        <Empty>{isUnreadOnly ? texts.noneUnread : texts.none}</Empty>
      )}
      {pages.items.length > 0 && (
        <Stack component="ul" gap={0} className="desk-surface desk-list" m={0}>
          {pages.items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </Stack>
      )}
      {pages.hasNextPage && (
        <div>
          <Button
            variant="default"
            onClick={() => void pages.fetchNextPage()}
            loading={pages.isFetchingNextPage}
          >
            {common.more}
          </Button>
        </div>
      )}
    </Page>
  )
}
