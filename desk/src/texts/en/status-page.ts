export const statusPage = {
  title: '',
}
export type StatusPageTexts = typeof statusPage
