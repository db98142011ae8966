import { Button, Code, Group, SimpleGrid } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTexts } from '../texts'
import { CopyButton, Section } from '../ui'

/** Recovery codes, this one time; with every way to keep them. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const texts = useTexts().account
  const text = `${codes.join('\n')}\n`
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = address
    link.download = texts.codesFile
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Section title={texts.codesTitle} about={texts.codesAbout}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" maw={420} component="ol" className="desk-list">
        {codes.map((code) => (
          <li key={code}>
            <Code fz={15}>{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <CopyButton value={text} />
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={download}>
          {texts.download}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </Group>
      <Group>
        <Button onClick={onKept}>{texts.codesKept}</Button>
      </Group>
    </Section>
  )
}
