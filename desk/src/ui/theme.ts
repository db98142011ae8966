import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

// Ten shades each, around the colours of the status page: 7 is the accent in light, 3 in dark.
const accent: MantineColorsTuple = [
  '#eaf4f7',
  '#d3e7ed',
  '#a9d2de',
  '#82c6dd',
  '#5aa6bd',
  '#3389a3',
  '#186f89',
  '#0b5a6e',
  '#084859',
  '#053643',
]
const call: MantineColorsTuple = [
  '#fff3d9',
  '#ffe7b5',
  '#fbd28a',
  '#f3b95a',
  '#dd9a33',
  '#bf7a16',
  '#a46104',
  '#8a4b00',
  '#6f3c00',
  '#542d00',
]
const good: MantineColorsTuple = [
  '#e9f4ec',
  '#d2e8d9',
  '#aad6b9',
  '#85cf9f',
  '#5bb07b',
  '#3c925d',
  '#287c4a',
  '#1b6a3c',
  '#14532f',
  '#0d3c22',
]
const bad: MantineColorsTuple = [
  '#fdeeec',
  '#fbdad6',
  '#ffb9b1',
  '#ff9d94',
  '#e96d62',
  '#d0483e',
  '#bb322a',
  '#a8231c',
  '#861a14',
  '#64120e',
]

export const theme = createTheme({
  colors: { accent, call, good, bad },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 8,
  // What is filled is dark in light, and light in dark: the library's own contrast looks at one of them alone.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colors, color: 'var(--desk-on-filled)' } : colors
  },
  components: {
    // Whoever opens a menu is at its first entry.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Checkbox: { defaultProps: { iconColor: 'var(--desk-on-filled)' } },
    Radio: { defaultProps: { iconColor: 'var(--desk-on-filled)' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
})

/** The tokens of the status page, as the desk's colours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f4f4f1',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-hover': '#eaeae5',
    '--mantine-color-default-border': '#797e85',
    '--mantine-color-text': '#1a1c1e',
    '--mantine-color-dimmed': '#565b61',
    '--mantine-color-placeholder': '#62676d',
    '--mantine-color-error': '#a8231c',
    '--mantine-color-anchor': '#0b5a6e',
    '--desk-on-filled': '#ffffff',
    '--desk-surface': '#ffffff',
    '--desk-sunken': '#eaeae5',
    '--desk-line': '#dddcd6',
    '--desk-accent-tint': '#e3eff2',
    '--desk-accent-ink': '#0b5a6e',
    '--desk-call': '#8a4b00',
    '--desk-call-tint': '#fff3d9',
    '--desk-good': '#1b6a3c',
    '--desk-good-tint': '#e9f4ec',
    '--desk-bad': '#a8231c',
    '--desk-bad-tint': '#fdeeec',
  },
  dark: {
    '--mantine-color-body': '#121315',
    '--mantine-color-default': '#1b1d20',
    '--mantine-color-default-hover': '#24272b',
    '--mantine-color-default-border': '#858c94',
    '--mantine-color-text': '#ececea',
    '--mantine-color-dimmed': '#aab0b6',
    '--mantine-color-placeholder': '#989ea5',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#82c6dd',
    '--desk-on-filled': '#101214',
    '--desk-surface': '#1b1d20',
    '--desk-sunken': '#24272b',
    '--desk-line': '#36393e',
    '--desk-accent-tint': '#1d3138',
    '--desk-accent-ink': '#82c6dd',
    '--desk-call': '#f3b95a',
    '--desk-call-tint': '#32281a',
    '--desk-good': '#85cf9f',
    '--desk-good-tint': '#1c2c23',
    '--desk-bad': '#ff9d94',
    '--desk-bad-tint': '#37211f',
  },
})
