import type { HomeTexts } from '../en/home'
import { pluralIn } from '../plural'

const plural = pluralIn('sk')

export const home: HomeTexts = {
  title: 'Úvod',
  hello: (name) => `Dobrý deň, ${name}`,
  attention: 'Vyžaduje pozornosť',
  well: 'Všetko je v poriadku. Nič vás nepotrebuje.',
  setUp: 'Prvé kroky',
  setUpAbout: 'Čo pripraví novú inštaláciu pre zákazníkov. Hotové sa odškrtne samo.',
  done: 'hotovo',
  open: 'zostáva',
  company: 'Uveďte, kto ste: názov a kontakt spoločnosti',
  mail: 'Pripojte poštový server, aby správy odchádzali',
  live: 'Zapnite prvú stavovú stránku',
  people: 'Pozvite kolegov, ktorí s vami pracujú',
  link: 'Pošlite zákazníkovi prvú správu',
  failed: (count) =>
    plural(count, {
      one: '# správu sa nepodarilo odoslať.',
      few: '# správy sa nepodarilo odoslať.',
      other: '# správ sa nepodarilo odoslať.',
    }),
  rules: (count) =>
    plural(count, {
      one: '# pravidlo nemôže robiť všetko, čo má.',
      few: '# pravidlá nemôžu robiť všetko, čo majú.',
      other: '# pravidiel nemôže robiť všetko, čo má.',
    }),
  webhooks: (count) =>
    plural(count, {
      one: '# webhook vyžaduje pozornosť.',
      few: '# webhooky vyžadujú pozornosť.',
      other: '# webhookov vyžaduje pozornosť.',
    }),
  off: (name) => `Stavová stránka druhu ${name} je vypnutá; zákazníci vidia chybovú stránku.`,
  captured: 'Správy sa ukladajú tu a neodosielajú sa: nie je nastavený poštový server.',
  lag: 'Práca čaká dlhšie, než by mala. Nie je program preťažený?',
  sms: 'Denný limit SMS je takmer alebo úplne vyčerpaný.',
  jobs: (count) => plural(count, { one: 'Beží # úloha.', few: 'Bežia # úlohy.', other: 'Beží # úloh.' }),
  missing: (count) =>
    plural(count, {
      one: '# text chýba v niektorom jazyku.',
      few: '# texty chýbajú v niektorom jazyku.',
      other: '# textov chýba v niektorom jazyku.',
    }),
  today: {
    mine: {
      late: 'Moje po lehote',
      soon: 'Moje s lehotou do 2 dní',
      turn: 'Moje, na ťahu sme my',
      awaited: 'Moje, zákazník čaká na odpoveď',
      unassigned: 'Tieto nikto nerieši',
    },
    all: {
      late: 'Po lehote',
      soon: 'Lehota do 2 dní',
      turn: 'Na ťahu sme my',
      awaited: 'Zákazník čaká na odpoveď',
      unassigned: 'Tieto nikto nerieši',
    },
    none: 'Nič tu nie je.',
    nothing: 'Dnes na vás nič nečaká.',
    nothingAtAll: 'Nič nie je otvorené.',
    seeAll: (count: string) => `Ukázať všetkých ${count}`,
  },
}
