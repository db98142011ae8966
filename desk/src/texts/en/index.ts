import { account } from './account'
import { audit } from './audit'
import { board } from './board'
import { calendars } from './calendars'
import { commands } from './commands'
import { common } from './common'
import { company } from './company'
import { conversation } from './conversation'
import { deliveries } from './deliveries'
import { fields } from './fields'
import { history } from './history'
import { home } from './home'
import { issueList } from './issue-list'
import { issuePage } from './issue-page'
import { issueTypes } from './issue-types'
import { languages } from './languages'
import { newIssue } from './new-issue'
import { notices } from './notices'
import { overview } from './overview'
import { people } from './people'
import { problems } from './problems'
import { rules } from './rules'
import { shell } from './shell'
import { signIn } from './sign-in'
import { statusPage } from './status-page'
import { system } from './system'
import { templates } from './templates'
import { webhooks } from './webhooks'
import { work } from './work'

/** All that the desk says. */
export const texts = {
  account,
  audit,
  board,
  calendars,
  commands,
  common,
  company,
  conversation,
  deliveries,
  fields,
  history,
  home,
  issueList,
  issuePage,
  issueTypes,
  languages,
  newIssue,
  notices,
  overview,
  people,
  problems,
  rules,
  shell,
  signIn,
  statusPage,
  system,
  templates,
  webhooks,
  work,
}
export type Texts = typeof texts
