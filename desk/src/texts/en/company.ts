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
  logo: 'Logo',
  logoAbout:
    'Stands at the head of pages that have no header of their own. PNG, WebP or SVG, at most 256 KiB. It should read on both grounds.',
  noLogo: 'None yet; the name stands there.',
  uploadLogo: 'Upload a logo',
}
export type CompanyTexts = typeof company
