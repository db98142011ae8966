import type { HomeTexts } from '../en/home'

export const home: HomeTexts = {
  title: '',
}
