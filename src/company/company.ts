import type { Texts } from '../base/index.ts'

/** Who runs this installation, as customers may read it. Every part may be empty. */
export type Company = {
  /** The name customers know: signs messages and titles. */
  name: string
  /** Registered name and address, one line, for the foot of the page. */
  imprint: string
  /** E.164. */
  phone: string
  /** When the phone is answered. */
  phoneHours: Texts
  email: string
  /** https addresses. */
  website: string
  privacyUrl: string
}

export const NO_COMPANY: Company = {
  name: '',
  imprint: '',
  phone: '',
  phoneHours: {},
  email: '',
  website: '',
  privacyUrl: '',
}
