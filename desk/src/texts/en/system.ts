export const system = {
  title: '',
}
export type SystemTexts = typeof system
