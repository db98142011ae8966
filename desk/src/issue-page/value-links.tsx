import { ActionIcon } from '@mantine/core'
import { IconDownload, IconExternalLink, IconMail, IconPhone } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTexts } from '../texts'

/** What a value leads to: a mail, a call, a page, a file. */
export function ValueLinks({ type, value, number }: { type: string; value: unknown; number: string }) {
  const texts = useTexts().issuePage.open
  if (typeof value === 'string' && value !== '') {
    if (type === 'email') return <To href={`mailto:${value}`} label={texts.mail(value)} icon={IconMail} />
    if (type === 'phone') return <To href={`tel:${value}`} label={texts.call(value)} icon={IconPhone} />
    if (type === 'file') {
      const href = `/api/v1/issues/${encodeURIComponent(number)}/attachments/${encodeURIComponent(value)}`
      return <To href={href} label={texts.file} icon={IconDownload} />
    }
  }
  const { url } = (typeof value === 'object' && value !== null ? value : {}) as { url?: string }
  return type === 'link' && url ? <To href={url} label={texts.page} icon={IconExternalLink} isAway /> : null
}

function To({
  href,
  label,
  icon: Icon,
  isAway = false,
}: {
  href: string
  label: string
  icon: ComponentType<{ size?: number }>
  isAway?: boolean
}) {
  return (
    <ActionIcon
      component="a"
      href={href}
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      {...(isAway ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      <Icon size={16} />
    </ActionIcon>
  )
}
