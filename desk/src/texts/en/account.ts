export const account = {
  title: '',
}
export type AccountTexts = typeof account
