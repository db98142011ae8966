import type { Texts } from '../en'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const commands: Texts['commands'] = {
  title: 'Hľadať alebo prejsť…',
  placeholder: 'Číslo, zákazník, výrobok, miesto alebo akcia',
  keys: 'Klávesové skratky',
  language: 'Jazyk',
  search: 'Hľadať',
  newOf: (type: string) => `Nová: ${type}`,
  goTo: (place: string) => `Prejsť na: ${place}`,
  looking: 'Hľadám požiadavky…',
  found: (count: number) => plural(count, { one: '# výsledok', few: '# výsledky', other: '# výsledkov' }),
  nothing: (text: string) => `Pre „${text}“ tu nič nie je.`,
  choose: 'vybrať',
  open: 'otvoriť',
  close: 'zavrieť',
  here: 'Na tejto obrazovke',
  everywhere: 'Všade',
  singleKeys: 'Skratky z jednotlivých znakov',
  singleKeysHelp: 'Vypnite ich, ak počítaču diktujete alebo klávesy stláčate omylom. Skratky s Ctrl zostanú.',
  groups: {
    recent: 'Naposledy otvorené',
    actions: 'Akcie',
    places: 'Prejsť na',
    desk: 'Nastavenie pre vás',
    issues: 'Požiadavky',
  },
}
