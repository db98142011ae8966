export const fields = {
  title: '',
}
export type FieldsTexts = typeof fields
