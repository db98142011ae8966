import type { ProblemTexts } from '../en/problems'
import { speaker } from '../speak'
import { sentences } from './sentences'

export const problems: ProblemTexts = {
  unexpected: 'Etwas Unerwartetes ist passiert. Versuchen Sie es erneut.',
  byCode: {
    offline:
      'Der Server antwortet nicht. Prüfen Sie die Verbindung und versuchen Sie es erneut; was Sie geschrieben haben, bleibt erhalten.',
    forbidden: 'Ihre Rolle erlaubt das nicht.',
    'confirmation-needed': 'Nicht ausgeführt: Ihr Passwort wurde nicht bestätigt.',
    unauthenticated: 'Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an.',
    'authenticator-needed': 'Richten Sie zuerst eine Authentifizierungs-App ein.',
    'cross-site': 'Hier ist jetzt jemand anderes angemeldet. Laden Sie die Seite neu.',
    'version-conflict':
      'Inzwischen hat jemand anderes das geändert. Laden Sie die Seite neu und sehen Sie es sich zuerst an.',
    'too-many-requests': 'Zu viele Anfragen. Warten Sie ein wenig und versuchen Sie es erneut.',
    unavailable: 'Die Datenbank ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
    internal:
      'Bei uns ist etwas schiefgegangen. Versuchen Sie es erneut; mehr steht im Protokoll des Servers.',
  },
  message: speaker(sentences),
}
