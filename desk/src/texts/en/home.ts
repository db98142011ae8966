export const home = {
  title: '',
}
export type HomeTexts = typeof home
