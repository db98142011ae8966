import type { SystemTexts } from '../en/system'

export const system: SystemTexts = {
  title: '',
}
