import type { CompanyTexts } from '../en/company'

export const company: CompanyTexts = {
  title: 'Firma',
  about:
    'Z kim klienci mają do czynienia. Widnieje na górze i na dole ich stron. Każda część może pozostać pusta.',
  identity: 'Dane',
  name: 'Nazwa',
  imprint: 'Dane rejestrowe',
  imprintHelp: 'Nazwa firmy według rejestru i adres.',
  reach: 'Jak się z wami skontaktować',
  reachAbout: 'Pokazuje się tam, gdzie klient może potrzebować pomocy.',
  phone: 'Telefon',
  phoneHours: 'Kiedy telefon jest odbierany',
  email: 'E-mail',
  website: 'Strona internetowa',
  privacyUrl: 'Adres polityki prywatności',
  logo: 'Logo',
  logoAbout:
    'Widnieje na górze stron bez własnego nagłówka. PNG, WebP lub SVG, najwyżej 256 KiB. Powinno być czytelne na obu tłach.',
  noLogo: 'Jeszcze nie ma; stoi tam nazwa.',
  uploadLogo: 'Wgraj logo',
}
