import type { ProblemTexts } from '../en/problems'
import { speaker } from '../speak'
import { markupSentences } from './markup-sentences'
import { ruleSentences } from './rule-sentences'
import { sentences } from './sentences'

export const problems: ProblemTexts = {
  unexpected: 'Stało się coś nieoczekiwanego. Spróbuj ponownie.',
  byCode: {
    offline:
      'Serwer nie odpowiada. Sprawdź połączenie i spróbuj ponownie; wpisana treść pozostaje na stronie.',
    forbidden: 'Twoja rola na to nie pozwala.',
    'too-many-requests': 'Zbyt wiele żądań. Odczekaj chwilę i spróbuj ponownie.',
    unavailable: 'Baza danych jest w tej chwili niedostępna. Spróbuj ponownie za chwilę.',
    internal: 'Coś poszło nie tak po naszej stronie. Spróbuj ponownie; więcej zawiera dziennik serwera.',
  },
  message: speaker(sentences, markupSentences, ruleSentences),
}
