import { FACTS } from './facts.ts'
import { list, type StarterTemplate, template } from './parts.ts'

/** What handlers get. Without a link: that of the customer is the customer's alone. */
export const STAFF_MESSAGES: readonly StarterTemplate[] = [
  template(
    'handler-new-message',
    'To the handler: the customer wrote',
    {
      en: 'Message from the customer: {{ issue_number }}',
      cs: 'Zpráva od zákazníka: {{ issue_number }}',
      sk: 'Správa od zákazníka: {{ issue_number }}',
      pl: 'Wiadomość od klienta: {{ issue_number }}',
      de: 'Kundennachricht zu {{ issue_number }}',
    },
    {
      en: 'A customer wrote about {{ issue_number }}, which you handle:',
      cs: 'Zákazník píše k požadavku {{ issue_number }}, který vyřizujete:',
      sk: 'Zákazník píše k požiadavke {{ issue_number }}, ktorú vybavujete:',
      pl: 'Klient napisał w sprawie {{ issue_number }}, którą Państwo prowadzą:',
      de: 'Zu Ihrem Vorgang {{ issue_number }} gibt es eine neue Kundennachricht:',
    },
    '{{ message }}',
    list(FACTS.customer, FACTS.type, FACTS.product, FACTS.device, FACTS.step, FACTS.dueBy),
  ),
  template(
    'handler-assigned',
    'To the handler: an issue is yours now',
    {
      en: 'You now handle {{ issue_number }}',
      cs: 'Nově vyřizujete {{ issue_number }}',
      sk: 'Odteraz vybavujete {{ issue_number }}',
      pl: 'Prowadzą Państwo teraz sprawę {{ issue_number }}',
      de: 'Sie bearbeiten jetzt {{ issue_number }}',
    },
    {
      en: 'From now on you handle {{ issue_number }}:',
      cs: 'Od této chvíle vyřizujete požadavek {{ issue_number }}:',
      sk: 'Od tejto chvíle vybavujete požiadavku {{ issue_number }}:',
      pl: 'Od tej chwili prowadzą Państwo sprawę {{ issue_number }}:',
      de: 'Ab jetzt bearbeiten Sie den Vorgang {{ issue_number }}:',
    },
    list(
      FACTS.type,
      FACTS.customer,
      FACTS.product,
      FACTS.device,
      FACTS.defect,
      FACTS.complaintAbout,
      FACTS.step,
      FACTS.dueBy,
    ),
  ),
]
