type Forms = { one: string; few?: string; many?: string; other: string }

/** Chooses the form of a word for a number, as a language has them; `#` in it is the number. */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => {
    const form = rules.select(count)
    const text =
      (form === 'one' || form === 'few' || form === 'many' ? forms[form] : undefined) ?? forms.other
    return text.replace('#', numbers.format(count))
  }
}
