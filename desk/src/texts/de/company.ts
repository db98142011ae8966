import type { CompanyTexts } from '../en/company'

export const company: CompanyTexts = {
  title: 'Firma',
  about:
    'Mit wem Kunden zu tun haben. Es steht oben und unten auf ihren Seiten. Jeder Teil darf leer bleiben.',
  identity: 'Angaben',
  name: 'Name',
  imprint: 'Impressum',
  imprintHelp: 'Der rechtliche Name und die Anschrift.',
  reach: 'Wie man Sie erreicht',
  reachAbout: 'Steht dort, wo Kunden Hilfe brauchen könnten.',
  phone: 'Telefon',
  phoneHours: 'Wann das Telefon besetzt ist',
  email: 'E-Mail',
  website: 'Website',
  privacyUrl: 'Adresse der Datenschutzerklärung',
  logo: 'Logo',
  logoAbout:
    'Steht am Kopf von Seiten ohne eigenen Kopf. PNG, WebP oder SVG, höchstens 256 KiB. Es sollte auf beiden Gründen lesbar sein.',
  noLogo: 'Noch keines; der Name steht dort.',
  uploadLogo: 'Logo hochladen',
}
