import { Anchor, Button, Group, Popover, Text } from '@mantine/core'
import { IconExternalLink, IconQrcode } from '@tabler/icons-react'
import { QrCode } from '../ui/qr-code'
import { useTexts } from '../texts'
import { CopyButton } from '../ui'
import type { Settings } from './settings'

/** Where customers find the page, as it is stored: to be copied, opened and printed. */
export function PublicAddress({ settings }: { settings: Settings }) {
  const texts = useTexts().statusPage
  return (
    <div>
      <Text size="sm" fw={600}>
        {texts.address}
      </Text>
      <Text className="desk-mono desk-wrap" mb={6} {...(settings.enabled ? {} : { c: 'dimmed' })}>
        {settings.url}
      </Text>
      <Group gap="xs">
        <CopyButton value={settings.url} label={texts.copyAddress} />
        <AddressAsQr url={settings.url} />
        <Anchor href={settings.url} target="_blank" rel="noreferrer" size="sm">
          <Group gap={4} component="span">
            {texts.openAddress} <IconExternalLink size={16} aria-hidden />
          </Group>
        </Anchor>
      </Group>
      {!settings.enabled && (
        <Text size="sm" c="dimmed">
          {texts.addressOff}
        </Text>
      )}
    </div>
  )
}

function AddressAsQr({ url }: { url: string }) {
  const texts = useTexts().statusPage
  return (
    <Popover position="bottom-start" withArrow trapFocus={false}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconQrcode size={18} aria-hidden />}>
          {texts.qrCode}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.qrCode}>
        <QrCode text={url} label={`${texts.qrCode}: ${url}`} />
        <Text size="sm" c="dimmed" maw={208}>
          {texts.qrHelp}
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}
