import type { RestTexts } from '../en/rest'
import { speaker } from '../speak'
import { audit } from './audit'
import { calendars } from './calendars'
import { company } from './company'
import { deliveries } from './deliveries'
import { fields } from './fields'
import { history } from './history'
import { markupSentences } from './markup-sentences'
import { people } from './people'
import { problems as first } from './problems'
import { ruleSentences } from './rule-sentences'
import { rules } from './rules'
import { sentences } from './sentences'
import { statusPage } from './status-page'
import { system } from './system'
import { templates } from './templates'
import { webhooks } from './webhooks'

const problems = { ...first, message: speaker(sentences, markupSentences, ruleSentences) }

export const rest: RestTexts = {
  audit,
  calendars,
  company,
  deliveries,
  fields,
  history,
  people,
  problems,
  rules,
  statusPage,
  system,
  templates,
  webhooks,
}
