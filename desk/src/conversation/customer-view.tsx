import { Modal, Skeleton, Text, useComputedColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { PreviewFrame } from '../status-page/preview-frame'
import { useTexts } from '../texts'
import { Failed } from '../ui'

const PHONE = 390

/** The real page in a frame as wide as a phone, as the customer gets it now. */
export function CustomerView({
  number,
  opened,
  onClose,
}: {
  number: string
  opened: boolean
  onClose: () => void
}) {
  const texts = useTexts().conversation.page
  const scheme = useComputedColorScheme()
  const page = useQuery({
    queryKey: ['issue', number, 'customer-view', scheme],
    queryFn: () =>
      answer(
        api.POST('/api/v1/issues/{number}/status-page-preview', {
          params: { path: { number } },
          body: { scheme },
        }),
      ),
    enabled: opened,
    // Each look is at the page as it is then.
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Modal opened={opened} onClose={onClose} title={texts.look} size={PHONE + 40} centered>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.lookAbout}
      </Text>
      {page.data ? (
        <PreviewFrame url={page.data.url} width={PHONE} title={texts.look} scheme={scheme}>
          {() => null}
        </PreviewFrame>
      ) : page.error ? (
        <Failed error={page.error} again={() => void page.refetch()} />
      ) : (
        <Skeleton height={420} />
      )}
    </Modal>
  )
}
