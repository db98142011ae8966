import { account } from './account'
import { audit } from './audit'
import { calendars } from './calendars'
import { common } from './common'
import { company } from './company'
import { deliveries } from './deliveries'
import { fields } from './fields'
import { history } from './history'
import { home } from './home'
import { issueTypes } from './issue-types'
import { languages } from './languages'
import { people } from './people'
import { problems } from './problems'
import { rules } from './rules'
import { shell } from './shell'
import { signIn } from './sign-in'
import { statusPage } from './status-page'
import { system } from './system'
import { templates } from './templates'
import { webhooks } from './webhooks'

/** All that the desk says. */
export const texts = {
  account,
  audit,
  calendars,
  common,
  company,
  deliveries,
  fields,
  history,
  home,
  issueTypes,
  languages,
  people,
  problems,
  rules,
  shell,
  signIn,
  statusPage,
  system,
  templates,
  webhooks,
}
export type Texts = typeof texts
