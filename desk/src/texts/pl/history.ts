import type { HistoryTexts } from '../en/history'

export const history: HistoryTexts = {
  title: '',
}
