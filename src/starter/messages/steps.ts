import type { Words } from '../starter-type.ts'
import { FACTS } from './facts.ts'
import { EXPLANATION, GREETING, LINK, REGARDS, STEP, WHAT_NEXT } from './frame.ts'
import { atStep, list, onlyIf, type StarterTemplate, template } from './parts.ts'

const NEWS: Words = {
  en: 'There is news about your request {{ issue_number }}:',
  cs: 'máme novinku k vašemu požadavku {{ issue_number }}:',
  sk: 'máme novinku k vašej požiadavke {{ issue_number }}:',
  pl: 'mamy nową informację w sprawie {{ issue_number }}:',
  de: 'es gibt Neuigkeiten zu Ihrem Anliegen {{ issue_number }}:',
}

/** What customers read when their issue moves; each says in the words of the step what happened. */
export const STEP_MESSAGES: readonly StarterTemplate[] = [
  stepMessage(
    'action-needed',
    'The customer’s turn',
    {
      en: 'With your request {{ issue_number }}, it is your turn now:',
      cs: 'u požadavku {{ issue_number }} jste teď na řadě vy:',
      sk: 'pri požiadavke {{ issue_number }} ste teraz na rade vy:',
      pl: 'w sprawie {{ issue_number }} teraz Państwa kolej:',
      de: 'bei Ihrem Anliegen {{ issue_number }} sind jetzt Sie an der Reihe:',
    },
    EXPLANATION,
    atStep(
      'quote-sent',
      list(FACTS.repairWork, FACTS.quoteAmount, FACTS.quoteValidUntil),
      atStep('proposed-solution', '{{ field.proposed_solution }}', list(FACTS.dueBy)),
    ),
    WHAT_NEXT,
  ),
  stepMessage(
    'decision',
    'The decision',
    {
      en: 'We have looked into your request {{ issue_number }}:',
      cs: 'posoudili jsme váš požadavek {{ issue_number }}:',
      sk: 'posúdili sme vašu požiadavku {{ issue_number }}:',
      pl: 'rozpatrzyliśmy Państwa zgłoszenie {{ issue_number }}:',
      de: 'wir haben Ihr Anliegen {{ issue_number }} geprüft:',
    },
    EXPLANATION,
    onlyIf('field.decision_reason', '{{ field.decision_reason }}'),
    list(FACTS.remedyAgreed, FACTS.amount),
    WHAT_NEXT,
  ),
  stepMessage(
    'ready',
    'Ready, shipped or handed over',
    NEWS,
    EXPLANATION,
    atStep(
      'ready',
      list(FACTS.readyFrom, FACTS.pickupPlace, FACTS.repairDone),
      list(FACTS.handedOverOn, FACTS.trackingOut, FACTS.repairDone),
    ),
    WHAT_NEXT,
  ),
  stepMessage(
    'news',
    'News',
    NEWS,
    EXPLANATION,
    atStep('waiting-for-parts', list(FACTS.partsExpected)),
    WHAT_NEXT,
  ),
  stepMessage(
    'closed',
    'Closed',
    NEWS,
    EXPLANATION,
    atStep(
      'closed',
      list(
        FACTS.decision,
        FACTS.decisionReason,
        FACTS.repairDone,
        FACTS.repairDuration,
        FACTS.replacement,
        FACTS.amount,
        FACTS.refundedOn,
        FACTS.trackingOut,
        FACTS.newGuaranteeUntil,
      ),
      atStep('refund-sent', list(FACTS.amount, FACTS.refundedOn)),
    ),
    WHAT_NEXT,
  ),
]

function stepMessage(
  key: string,
  name: string,
  opening: Words,
  ...parts: readonly (Words | string)[]
): StarterTemplate {
  const subject = '{{ step }} – {{ issue_number }}'
  const subjects: Words = { en: subject, cs: subject, sk: subject, pl: subject, de: subject }
  return template(key, name, subjects, GREETING, opening, STEP, ...parts, LINK, REGARDS)
}
