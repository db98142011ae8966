import { Box, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core'
import { useTexts } from '../texts'

/** Light, dark, or as the device says; kept on this device. */
export function SchemeChoice() {
  const texts = useTexts().signIn
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Box px="sm" py={6}>
      <Text size="xs" c="dimmed" mb={4}>
        {texts.theme}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={texts.theme}
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme === 'light' || scheme === 'dark' ? scheme : 'auto')}
        data={[
          { value: 'light', label: texts.light },
          { value: 'dark', label: texts.dark },
          { value: 'auto', label: texts.auto },
        ]}
      />
    </Box>
  )
}
