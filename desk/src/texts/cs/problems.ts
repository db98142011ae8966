import type { ProblemTexts } from '../en/problems'
import { speaker } from '../speak'
import { sentences } from './sentences'

export const problems: ProblemTexts = {
  unexpected: 'Stalo se něco nečekaného. Zkuste to znovu.',
  byCode: {
    offline:
      'Server neodpovídá. Zkontrolujte připojení a zkuste to znovu; co jste napsali, zůstává na stránce.',
    forbidden: 'Vaše role to neumožňuje.',
    'confirmation-needed': 'Neprovedeno: heslo nebylo potvrzeno.',
    unauthenticated: 'Vaše přihlášení vypršelo. Přihlaste se znovu.',
    'authenticator-needed': 'Nejprve si nastavte ověřovací aplikaci.',
    'cross-site': 'Je zde teď přihlášen někdo jiný. Načtěte stránku znovu.',
    'version-conflict':
      'Mezitím to změnil někdo jiný. Načtěte stránku znovu a nejprve se na změnu podívejte.',
    'too-many-requests': 'Příliš mnoho požadavků. Chvíli počkejte a zkuste to znovu.',
    unavailable: 'Databáze teď není dostupná. Zkuste to za chvíli znovu.',
    internal: 'Na naší straně se něco pokazilo. Zkuste to znovu; více řekne záznam serveru.',
  },
  message: speaker(sentences),
}
