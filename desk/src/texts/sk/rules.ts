import type { RulesTexts } from '../en/rules'

export const rules: RulesTexts = {
  title: '',
}
