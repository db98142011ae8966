export const company = {
  title: 'Company',
  about: 'Who customers deal with. It stands at the head and foot of their pages. Every part may stay empty.',
  identity: 'Identity',
  name: 'Name',
  imprint: 'Imprint',
  imprintHelp: 'The legal name and the address.',
  reach: 'How to reach you',
  reachAbout: 'Shown where customers may need help.',
  phone: 'Phone',
  phoneHours: 'When the phone is answered',
  email: 'E-mail',
  website: 'Website',
  privacyUrl: 'Address of the privacy notice',
}
export type CompanyTexts = typeof company
