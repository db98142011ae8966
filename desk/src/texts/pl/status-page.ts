import type { StatusPageTexts } from '../en/status-page'

export const statusPage: StatusPageTexts = {
  title: '',
}
