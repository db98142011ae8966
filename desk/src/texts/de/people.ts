import type { PeopleTexts } from '../en/people'

export const people: PeopleTexts = {
  title: '',
}
