import { useLocalStorage } from '@mantine/hooks'

export const DENSITIES = { compact: 30, regular: 36, comfortable: 44 } as const
export type Density = keyof typeof DENSITIES

/** How high rows are, as it was chosen on this device. */
export function useDensity() {
  return useLocalStorage<Density>({
    key: 'reklamator-desk-density',
    defaultValue: 'regular',
    getInitialValueInEffect: false,
    deserialize: (stored) => (stored === 'compact' || stored === 'comfortable' ? stored : 'regular'),
    serialize: (density) => density,
  })
}
