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
}
