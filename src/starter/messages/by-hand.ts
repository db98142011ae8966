import { GREETING, LINK, PAGE_ASKS, REGARDS, STEP } from './frame.ts'
import { type StarterTemplate, template } from './parts.ts'

/** What handlers send themselves. */
export const SENT_BY_HAND: readonly StarterTemplate[] = [
  template(
    'status-link',
    'Link to the status page',
    {
      en: 'Where your request {{ issue_number }} stands',
      cs: 'Aktuální stav požadavku {{ issue_number }}',
      sk: 'Aktuálny stav požiadavky {{ issue_number }}',
      pl: 'Aktualny stan sprawy {{ issue_number }}',
      de: 'Aktueller Stand Ihres Anliegens {{ issue_number }}',
    },
    GREETING,
    {
      en: 'Here is the link to your request {{ issue_number }}. Where it stands now:',
      cs: 'posíláme odkaz na váš požadavek {{ issue_number }}. Aktuální stav:',
      sk: 'posielame odkaz na vašu požiadavku {{ issue_number }}. Aktuálny stav:',
      pl: 'przesyłamy link do sprawy {{ issue_number }}. Obecny stan:',
      de: 'hier ist der Link zu Ihrem Anliegen {{ issue_number }}. Aktueller Stand:',
    },
    STEP,
    PAGE_ASKS,
    LINK,
    REGARDS,
  ),
  // Handlers greet and sign themselves.
  template(
    'message',
    'Message from a handler',
    {
      en: 'New message about your request {{ issue_number }}',
      cs: 'Nová zpráva k požadavku {{ issue_number }}',
      sk: 'Nová správa k požiadavke {{ issue_number }}',
      pl: 'Nowa wiadomość w sprawie {{ issue_number }}',
      de: 'Neue Nachricht zu Ihrem Anliegen {{ issue_number }}',
    },
    {
      en: 'We have a message for you about your request {{ issue_number }}:',
      cs: 'Máme pro vás zprávu k požadavku {{ issue_number }}:',
      sk: 'Máme pre vás správu k požiadavke {{ issue_number }}:',
      pl: 'Mamy dla Państwa wiadomość w sprawie {{ issue_number }}:',
      de: 'Wir haben eine Nachricht zu Ihrem Anliegen {{ issue_number }}:',
    },
    '{{ message }}',
    {
      en: 'All messages and where it stands:',
      cs: 'Všechny zprávy a aktuální stav:',
      sk: 'Všetky správy a aktuálny stav:',
      pl: 'Wszystkie wiadomości i aktualny stan:',
      de: 'Alle Nachrichten und der aktuelle Stand:',
    },
    LINK,
  ),
]
