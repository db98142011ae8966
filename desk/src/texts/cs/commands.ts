import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const commands: Texts['commands'] = {
  title: 'Hledat nebo přejít…',
  placeholder: 'Číslo, zákazník, výrobek, místo nebo akce',
  keys: 'Klávesové zkratky',
  language: 'Jazyk',
  search: 'Hledat',
  newOf: (type: string) => `Nový: ${type}`,
  goTo: (place: string) => `Přejít na: ${place}`,
  looking: 'Hledám požadavky…',
  found: (count: number) => plural(count, { one: '# výsledek', few: '# výsledky', other: '# výsledků' }),
  nothing: (text: string) => `Pro „${text}“ tu nic není.`,
  choose: 'vybrat',
  open: 'otevřít',
  close: 'zavřít',
  here: 'Na této obrazovce',
  everywhere: 'Všude',
  singleKeys: 'Zkratky z jednotlivých znaků',
  singleKeysHelp:
    'Vypněte je, pokud počítači diktujete nebo klávesy mačkáte omylem. Zkratky s Ctrl zůstanou.',
  groups: {
    recent: 'Naposledy otevřené',
    actions: 'Akce',
    places: 'Přejít na',
    desk: 'Nastavení pro vás',
    issues: 'Požadavky',
  },
}
