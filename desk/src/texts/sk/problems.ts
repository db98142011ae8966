import type { ProblemTexts } from '../en/problems'
import { speaker } from '../speak'
import { sentences } from './sentences'

export const problems: ProblemTexts = {
  unexpected: 'Stalo sa niečo nečakané. Skúste to znova.',
  byCode: {
    offline:
      'Server neodpovedá. Skontrolujte pripojenie a skúste to znova; čo ste napísali, zostáva na stránke.',
    forbidden: 'Vaša rola to neumožňuje.',
    'confirmation-needed': 'Nevykonané: heslo nebolo potvrdené.',
    unauthenticated: 'Vaše prihlásenie vypršalo. Prihláste sa znova.',
    'authenticator-needed': 'Najprv si nastavte overovaciu aplikáciu.',
    'cross-site': 'Je tu teraz prihlásený niekto iný. Načítajte stránku znova.',
    'version-conflict':
      'Medzitým to zmenil niekto iný. Načítajte stránku znova a najprv sa na zmenu pozrite.',
    'too-many-requests': 'Príliš veľa požiadaviek. Chvíľu počkajte a skúste to znova.',
    unavailable: 'Databáza teraz nie je dostupná. Skúste to o chvíľu znova.',
    internal: 'Na našej strane sa niečo pokazilo. Skúste to znova; viac povie záznam servera.',
  },
  message: speaker(sentences),
}
