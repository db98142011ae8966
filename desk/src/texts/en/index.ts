import { account } from './account'
import { board } from './board'
import { commands } from './commands'
import { common } from './common'
import { conversation } from './conversation'
import { home } from './home'
import { issueList } from './issue-list'
import { issuePage } from './issue-page'
import { issueTypes } from './issue-types'
import { languages } from './languages'
import { newIssue } from './new-issue'
import { notices } from './notices'
import { overview } from './overview'
import { problems } from './problems'
import { shell } from './shell'
import { signIn } from './sign-in'
import { work } from './work'
import type { RestTexts } from './rest'

/** What the desk says on its first screens and at work. */
export const texts = {
  account,
  board,
  commands,
  common,
  conversation,
  home,
  issueList,
  issuePage,
  issueTypes,
  languages,
  newIssue,
  notices,
  overview,
  problems,
  shell,
  signIn,
  work,
}
export type FirstTexts = typeof texts
/** All that the desk says. */
export type Texts = FirstTexts & RestTexts
