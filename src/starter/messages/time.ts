import { FACTS } from './facts.ts'
import { EXPLANATION, GREETING, LINK, REGARDS, STEP, WHAT_NEXT } from './frame.ts'
import { list, type StarterTemplate, template, textMessage } from './parts.ts'

const ISSUE_FACTS = list(
  FACTS.type,
  FACTS.customer,
  FACTS.product,
  FACTS.device,
  FACTS.step,
  FACTS.dueBy,
  FACTS.daysLeft,
  FACTS.handler,
)

/** What time sends: to people of the shop before and after a deadline, to customers who are waited for. */
export const TIME_MESSAGES: readonly StarterTemplate[] = [
  template(
    'deadline-near',
    'To handler and leads: a deadline is near',
    {
      en: '{{ issue_number }}: due by {{ due_date }}',
      cs: '{{ issue_number }}: termín {{ due_date }}',
      sk: '{{ issue_number }}: termín {{ due_date }}',
      pl: '{{ issue_number }}: termin {{ due_date }}',
      de: '{{ issue_number }}: fällig bis {{ due_date }}',
    },
    {
      en: 'The deadline of {{ issue_number }} is near:',
      cs: 'Blíží se termín požadavku {{ issue_number }}:',
      sk: 'Blíži sa termín požiadavky {{ issue_number }}:',
      pl: 'Zbliża się termin sprawy {{ issue_number }}:',
      de: 'Die Frist für {{ issue_number }} läuft bald ab:',
    },
    ISSUE_FACTS,
  ),
  template(
    'deadline-passed',
    'To handler and leads: a deadline has passed',
    {
      en: '{{ issue_number }} is late',
      cs: '{{ issue_number }}: termín uplynul',
      sk: '{{ issue_number }}: termín uplynul',
      pl: '{{ issue_number }}: termin minął',
      de: '{{ issue_number }}: Frist abgelaufen',
    },
    {
      en: 'The deadline of {{ issue_number }} has passed, and it is still open:',
      cs: 'Termín požadavku {{ issue_number }} uplynul a požadavek ještě není vyřízený:',
      sk: 'Termín požiadavky {{ issue_number }} uplynul a požiadavka ešte nie je vybavená:',
      pl: 'Termin sprawy {{ issue_number }} minął, a sprawa nie jest jeszcze załatwiona:',
      de: 'Die Frist für {{ issue_number }} ist abgelaufen, und der Vorgang ist noch offen:',
    },
    ISSUE_FACTS,
  ),
  template(
    'deadline-silence',
    'To handler and leads: without an answer the claim will count as accepted',
    {
      en: '{{ issue_number }}: silence will count as yes',
      cs: '{{ issue_number }}: mlčení bude znamenat souhlas',
      sk: '{{ issue_number }}: mlčanie bude znamenať súhlas',
      pl: '{{ issue_number }}: milczenie będzie oznaczać zgodę',
      de: '{{ issue_number }}: Schweigen gilt bald als Zustimmung',
    },
    {
      en: 'Please answer {{ issue_number }}. If the customer has no answer in writing by the deadline, the claim counts as accepted.',
      cs: 'Odpovězte prosím na {{ issue_number }}. Nedostane-li zákazník písemnou odpověď v termínu, platí reklamace za uznanou.',
      sk: 'Odpovedzte, prosím, na {{ issue_number }}. Ak zákazník nedostane písomnú odpoveď v termíne, reklamácia sa považuje za uznanú.',
      pl: 'Prosimy odpowiedzieć na {{ issue_number }}. Jeśli klient nie otrzyma w terminie odpowiedzi na papierze lub innym trwałym nośniku, reklamację uważa się za uznaną.',
      de: 'Bitte beantworten Sie {{ issue_number }}. Hat der Kunde bis zum Ende der Frist keine schriftliche Antwort, gilt die Reklamation als anerkannt.',
    },
    ISSUE_FACTS,
    {
      en: 'The clock ends when the issue goes to a step that decides. A message alone does not end it.',
      cs: 'Lhůta skončí, až požadavek přejde do kroku s rozhodnutím. Samotná zpráva nestačí.',
      sk: 'Lehota sa skončí, až keď požiadavka prejde do kroku s rozhodnutím. Samotná správa nestačí.',
      pl: 'Termin przestaje biec, gdy sprawa przejdzie do etapu z decyzją. Sama wiadomość nie wystarczy.',
      de: 'Die Frist endet, wenn der Vorgang in einen Schritt mit Entscheidung wechselt. Eine Nachricht allein genügt nicht.',
    },
  ),
  template(
    'silence-passed',
    'To handler and leads: nobody answered, and the claim counts as accepted',
    {
      en: '{{ issue_number }} now counts as accepted',
      cs: '{{ issue_number }} nyní platí za uznanou',
      sk: '{{ issue_number }} sa teraz považuje za uznanú',
      pl: '{{ issue_number }} uważa się teraz za uznaną',
      de: '{{ issue_number }} gilt jetzt als anerkannt',
    },
    {
      en: 'Nobody answered the claim {{ issue_number }} in time, so it now counts as accepted. Please settle it.',
      cs: 'Na reklamaci {{ issue_number }} nikdo neodpověděl včas, a proto nyní platí za uznanou. Prosíme o její vyřízení.',
      sk: 'Na reklamáciu {{ issue_number }} nikto neodpovedal včas, a preto sa teraz považuje za uznanú. Prosíme o jej vybavenie.',
      pl: 'Na reklamację {{ issue_number }} nikt nie odpowiedział w terminie, więc uważa się ją teraz za uznaną. Prosimy ją załatwić.',
      de: 'Auf die Reklamation {{ issue_number }} hat niemand rechtzeitig geantwortet, und so gilt sie jetzt als anerkannt. Bitte regeln Sie sie.',
    },
    ISSUE_FACTS,
  ),
  template(
    'waiting-reminder',
    'Reminder: we wait for the customer',
    {
      en: 'Reminder about your request {{ issue_number }}',
      cs: 'Připomínka k požadavku {{ issue_number }}',
      sk: 'Pripomienka k požiadavke {{ issue_number }}',
      pl: 'Przypomnienie w sprawie {{ issue_number }}',
      de: 'Erinnerung an Ihr Anliegen {{ issue_number }}',
    },
    GREETING,
    {
      en: 'A short reminder: with your request {{ issue_number }}, it is still your turn.',
      cs: 'u požadavku {{ issue_number }} jste stále na řadě vy. Jen připomínáme:',
      sk: 'pri požiadavke {{ issue_number }} ste stále na rade vy. Len pripomíname:',
      pl: 'przypominamy: w sprawie {{ issue_number }} nadal Państwa kolej.',
      de: 'eine kurze Erinnerung: Bei Ihrem Anliegen {{ issue_number }} sind weiterhin Sie an der Reihe.',
    },
    STEP,
    EXPLANATION,
    WHAT_NEXT,
    {
      en: 'Have you done it already? Then you need not do anything else.',
      cs: 'Pokud už je to hotové, nemusíte dělat nic dalšího.',
      sk: 'Ak už je to hotové, nemusíte robiť nič ďalšie.',
      pl: 'Jeśli to już zrobione, nic więcej nie trzeba robić.',
      de: 'Falls das schon erledigt ist, brauchen Sie nichts weiter zu tun.',
    },
    LINK,
    REGARDS,
  ),
  // Without accents, as text messages are usual there: a single one would halve what fits into a message.
  textMessage('waiting-reminder-sms', 'Reminder by text message: we wait for the customer', {
    en: 'with {{ issue_number }} it is your turn. What to do: {{ issue_status_url }}',
    cs: 'u {{ issue_number }} jste na rade vy. Co je potreba: {{ issue_status_url }}',
    sk: 'pri {{ issue_number }} ste na rade vy. Co treba urobit: {{ issue_status_url }}',
    pl: 'w sprawie {{ issue_number }} Panstwa kolej. Co zrobic: {{ issue_status_url }}',
    de: 'bei {{ issue_number }} sind Sie an der Reihe. Was zu tun ist: {{ issue_status_url }}',
  }),
  textMessage('ready-sms', 'Ready to collect, by text message', {
    en: '{{ issue_number }} is ready to collect. Where and when: {{ issue_status_url }}',
    cs: '{{ issue_number }} je k vyzvednuti. Kde a kdy: {{ issue_status_url }}',
    sk: '{{ issue_number }} je na vyzdvihnutie. Kde a kedy: {{ issue_status_url }}',
    pl: '{{ issue_number }} czeka na odbior. Gdzie i kiedy: {{ issue_status_url }}',
    de: '{{ issue_number }} ist abholbereit. Wo und wann: {{ issue_status_url }}',
  }),
]
