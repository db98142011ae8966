import type { ProblemTexts } from '../en/problems'
import { speaker } from '../speak'
import { sentences } from './sentences'

export const problems: ProblemTexts = {
  unexpected: 'Stało się coś nieoczekiwanego. Spróbuj ponownie.',
  byCode: {
    offline:
      'Serwer nie odpowiada. Sprawdź połączenie i spróbuj ponownie; wpisana treść pozostaje na stronie.',
    forbidden: 'Twoja rola na to nie pozwala.',
    'confirmation-needed': 'Nie wykonano: hasło nie zostało potwierdzone.',
    unauthenticated: 'Twoja sesja wygasła. Zaloguj się ponownie.',
    'authenticator-needed': 'Najpierw ustaw aplikację uwierzytelniającą.',
    'cross-site': 'Teraz jest tu zalogowany ktoś inny. Wczytaj stronę ponownie.',
    'version-conflict':
      'W międzyczasie zmienił to ktoś inny. Wczytaj stronę ponownie i najpierw obejrzyj zmianę.',
    'too-many-requests': 'Zbyt wiele żądań. Odczekaj chwilę i spróbuj ponownie.',
    unavailable: 'Baza danych jest w tej chwili niedostępna. Spróbuj ponownie za chwilę.',
    internal: 'Coś poszło nie tak po naszej stronie. Spróbuj ponownie; więcej zawiera dziennik serwera.',
  },
  message: speaker(sentences),
}
