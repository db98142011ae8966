import type { CompanyTexts } from '../en/company'

export const company: CompanyTexts = {
  title: 'Spoločnosť',
  about: 'S kým zákazníci jednajú. Stojí v záhlaví a päte ich stránok. Každá časť môže zostať prázdna.',
  identity: 'Údaje',
  name: 'Názov',
  imprint: 'Obchodné údaje',
  imprintHelp: 'Názov firmy podľa registra a adresa.',
  reach: 'Ako vás zastihnúť',
  reachAbout: 'Zobrazí sa tam, kde môže zákazník potrebovať pomoc.',
  phone: 'Telefón',
  phoneHours: 'Kedy telefón dvíhate',
  email: 'E-mail',
  website: 'Web',
  privacyUrl: 'Adresa zásad ochrany osobných údajov',
  logo: 'Logo',
  logoAbout:
    'Stojí v záhlaví stránok, ktoré nemajú vlastné. PNG, WebP alebo SVG, najviac 256 KiB. Malo by byť čitateľné na oboch podkladoch.',
  noLogo: 'Zatiaľ žiadne; je tam názov.',
  uploadLogo: 'Nahrať logo',
}
