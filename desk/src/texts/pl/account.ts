import type { AccountTexts } from '../en/account'

export const account: AccountTexts = {
  title: '',
}
