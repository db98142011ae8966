export const people = {
  title: '',
}
export type PeopleTexts = typeof people
