import type { Company } from '../../company/index.ts'

/** The shop of the demo; its addresses lead nowhere by design (RFC 2606). */
export const DEMO_COMPANY: Company = {
  name: 'Northlight Home',
  imprint: 'Northlight Home s.r.o., Dlouhá 12, 602\u00a000 Brno',
  phone: '+420555010203',
  phoneHours: {
    en: 'Mon–Fri, 8:00–16:30',
    cs: 'po–pá 8.00–16.30',
    sk: 'po–pia 8.00–16.30',
    pl: 'pon.–pt. 8:00–16:30',
    de: 'Mo–Fr, 8–16:30 Uhr',
  },
  email: 'care@northlight.example',
  website: 'https://northlight.example',
  privacyUrl: 'https://northlight.example/privacy',
}
