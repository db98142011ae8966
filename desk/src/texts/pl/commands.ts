import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const commands: Texts['commands'] = {
  title: 'Szukaj lub przejdź…',
  placeholder: 'Numer, klient, produkt, miejsce lub czynność',
  keys: 'Skróty klawiszowe',
  language: 'Język',
  search: 'Szukaj',
  newOf: (type: string) => `Nowe: ${type}`,
  goTo: (place: string) => `Przejdź do: ${place}`,
  looking: 'Szukam zgłoszeń…',
  found: (count: number) =>
    plural(count, { one: '# wynik', few: '# wyniki', many: '# wyników', other: '# wyniku' }),
  nothing: (text: string) => `Nie ma tu nic dla „${text}”.`,
  choose: 'wybierz',
  open: 'otwórz',
  close: 'zamknij',
  here: 'Na tym ekranie',
  everywhere: 'Wszędzie',
  singleKeys: 'Skróty z pojedynczych znaków',
  singleKeysHelp:
    'Wyłącz je, jeśli dyktujesz komputerowi albo naciskasz klawisze przypadkiem. Skróty z Ctrl zostają.',
  groups: {
    recent: 'Ostatnio otwarte',
    actions: 'Czynności',
    places: 'Przejdź do',
    desk: 'Dla Ciebie',
    issues: 'Zgłoszenia',
  },
}
