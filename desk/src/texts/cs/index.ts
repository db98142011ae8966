import type { FirstTexts } from '../en'
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

export const texts: FirstTexts = {
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
