export const rules = {
  title: '',
}
export type RulesTexts = typeof rules
