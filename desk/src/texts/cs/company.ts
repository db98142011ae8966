import type { CompanyTexts } from '../en/company'

export const company: CompanyTexts = {
  title: 'Společnost',
  about: 'S kým zákazníci jednají. Stojí v záhlaví a zápatí jejich stránek. Každá část může zůstat prázdná.',
  identity: 'Údaje',
  name: 'Název',
  imprint: 'Obchodní údaje',
  imprintHelp: 'Název firmy podle rejstříku a adresa.',
  reach: 'Jak vás zastihnout',
  reachAbout: 'Zobrazí se tam, kde může zákazník potřebovat pomoc.',
  phone: 'Telefon',
  phoneHours: 'Kdy telefon zvedáte',
  email: 'E-mail',
  website: 'Web',
  privacyUrl: 'Adresa zásad ochrany osobních údajů',
  logo: 'Logo',
  logoAbout:
    'Stojí v záhlaví stránek, které nemají vlastní. PNG, WebP nebo SVG, nejvýše 256 KiB. Mělo by být čitelné na obou podkladech.',
  noLogo: 'Zatím žádné; je tam název.',
  uploadLogo: 'Nahrát logo',
}
