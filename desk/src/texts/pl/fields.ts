import type { FieldsTexts } from '../en/fields'

export const fields: FieldsTexts = {
  title: '',
}
