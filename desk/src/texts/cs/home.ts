import type { HomeTexts } from '../en/home'
import { pluralIn } from '../plural'

const plural = pluralIn('cs')

export const home: HomeTexts = {
  title: 'Úvod',
  hello: (name) => `Dobrý den, ${name}`,
  attention: 'Vyžaduje pozornost',
  well: 'Vše je v pořádku. Nic vás nepotřebuje.',
  setUp: 'První kroky',
  setUpAbout: 'Co připraví novou instalaci pro zákazníky. Hotové se odškrtne samo.',
  done: 'hotovo',
  open: 'zbývá',
  company: 'Uveďte, kdo jste: název a kontakt společnosti',
  mail: 'Připojte poštovní server, aby zprávy odcházely',
  live: 'Zapněte první stavovou stránku',
  people: 'Pozvěte kolegy, kteří s vámi pracují',
  link: 'Pošlete zákazníkovi první zprávu',
  failed: (count) =>
    plural(count, {
      one: '# zprávu se nepodařilo odeslat.',
      few: '# zprávy se nepodařilo odeslat.',
      other: '# zpráv se nepodařilo odeslat.',
    }),
  rules: (count) =>
    plural(count, {
      one: '# pravidlo nemůže dělat vše, co má.',
      few: '# pravidla nemohou dělat vše, co mají.',
      other: '# pravidel nemůže dělat vše, co má.',
    }),
  webhooks: (count) =>
    plural(count, {
      one: '# webhook vyžaduje pozornost.',
      few: '# webhooky vyžadují pozornost.',
      other: '# webhooků vyžaduje pozornost.',
    }),
  off: (name) => `Stavová stránka druhu ${name} je vypnutá; zákazníci vidí chybovou stránku.`,
  captured: 'Zprávy se ukládají zde a neodesílají se: není nastaven poštovní server.',
  lag: 'Práce čeká déle, než by měla. Není program přetížený?',
  sms: 'Denní limit SMS je téměř nebo zcela vyčerpán.',
  jobs: (count) => plural(count, { one: 'Běží # úloha.', few: 'Běží # úlohy.', other: 'Běží # úloh.' }),
  missing: (count) =>
    plural(count, {
      one: '# text chybí v některém jazyce.',
      few: '# texty chybí v některém jazyce.',
      other: '# textů chybí v některém jazyce.',
    }),
  today: {
    mine: {
      late: 'Moje po lhůtě',
      soon: 'Moje se lhůtou do 2 dnů',
      turn: 'Moje, na tahu jsme my',
      awaited: 'Moje, zákazník čeká na odpověď',
      unassigned: 'Tyto nikdo neřeší',
    },
    all: {
      late: 'Po lhůtě',
      soon: 'Lhůta do 2 dnů',
      turn: 'Na tahu jsme my',
      awaited: 'Zákazník čeká na odpověď',
      unassigned: 'Tyto nikdo neřeší',
    },
    none: 'Nic tu není.',
    nothing: 'Dnes na vás nic nečeká.',
    nothingAtAll: 'Nic není otevřené.',
    seeAll: (count: string) => `Ukázat všech ${count}`,
  },
}
