export const history = {
  title: '',
}
export type HistoryTexts = typeof history
