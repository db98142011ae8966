import type { StarterLocale } from '../../starter-type.ts'

type Names = {
  women: readonly string[]
  men: readonly string[]
  /** A woman's and a man's form; one where they do not differ. */
  families: readonly (readonly [string, string] | string)[]
}

/** First and family names; numbers of both have no common divisor, so that pairing them in turn repeats late. */
const NAMES: Readonly<Record<StarterLocale, Names>> = {
  cs: {
    women: [
      'Alena',
      'Ivana',
      'Zuzana',
      'Petra',
      'Monika',
      'Hana',
      'Klára',
      'Simona',
      'Radka',
      'Dagmar',
      'Nikola',
    ],
    men: [
      'Otakar',
      'Lukáš',
      'Michal',
      'Roman',
      'Vojtěch',
      'Filip',
      'Aleš',
      'Radek',
      'Miloš',
      'Adam',
      'Štěpán',
    ],
    families: [
      ['Svobodová', 'Svoboda'],
      ['Pokorná', 'Pokorný'],
      ['Králová', 'Král'],
      ['Benešová', 'Beneš'],
      ['Fialová', 'Fiala'],
      ['Sedláčková', 'Sedláček'],
      ['Doležalová', 'Doležal'],
      ['Kolářová', 'Kolář'],
      ['Urbanová', 'Urban'],
      ['Bartošová', 'Bartoš'],
      ['Vlčková', 'Vlček'],
      ['Polanská', 'Polanský'],
      ['Kopecká', 'Kopecký'],
      ['Šimková', 'Šimek'],
      ['Konečná', 'Konečný'],
      ['Malá', 'Malý'],
      ['Holubová', 'Holub'],
      ['Staňková', 'Staněk'],
      ['Bláhová', 'Bláha'],
      ['Kadlecová', 'Kadlec'],
      ['Soukupová', 'Soukup'],
      ['Matoušková', 'Matoušek'],
      ['Havlíková', 'Havlík'],
    ],
  },
  sk: {
    women: ['Zuzana', 'Jana', 'Lenka', 'Mária', 'Katarína', 'Martina', 'Silvia'],
    men: ['Jozef', 'Marek', 'Peter', 'Ján', 'Milan', 'Juraj', 'Matej'],
    families: [
      ['Kováčová', 'Kováč'],
      ['Horváthová', 'Horváth'],
      ['Vargová', 'Varga'],
      ['Tóthová', 'Tóth'],
      ['Balážová', 'Baláž'],
      ['Molnárová', 'Molnár'],
      ['Hudáková', 'Hudák'],
      ['Lukáčová', 'Lukáč'],
      ['Poláková', 'Polák'],
      ['Ďuricová', 'Ďurica'],
      ['Šimková', 'Šimko'],
    ],
  },
  pl: {
    women: ['Anna', 'Katarzyna', 'Magdalena', 'Joanna', 'Monika', 'Ewa', 'Beata'],
    men: ['Piotr', 'Paweł', 'Tomasz', 'Krzysztof', 'Marcin', 'Łukasz', 'Wojciech'],
    families: [
      'Nowak',
      ['Wiśniewska', 'Wiśniewski'],
      'Wójcik',
      ['Kamińska', 'Kamiński'],
      ['Lewandowska', 'Lewandowski'],
      ['Zielińska', 'Zieliński'],
      'Mazur',
      ['Jabłońska', 'Jabłoński'],
      'Krawczyk',
    ],
  },
  de: {
    women: ['Sabine', 'Claudia', 'Julia', 'Anja', 'Heike', 'Lena', 'Ulrike'],
    men: ['Thomas', 'Stefan', 'Jörg', 'Markus', 'Andreas', 'Florian', 'Uwe'],
    families: [
      'Müller',
      'Schneider',
      'Weber',
      'Becker',
      'Hoffmann',
      'Schäfer',
      'Krüger',
      'Lehmann',
      'Köhler',
      'Neumann',
      'Groß',
    ],
  },
  en: {
    women: ['Alice', 'Rachel', 'Megan', 'Laura', 'Ruth'],
    men: ['Oliver', 'Thomas', 'Henry', 'Simon', 'Neil'],
    families: ['Bennett', 'Hughes', 'Parker', 'Walsh', 'Reid', 'Foster', 'Doyle'],
  },
}

/** The name of the so manieth customer of a language; women and men in turn. */
export function nameOf(locale: StarterLocale, index: number): string {
  const { women, men, families } = NAMES[locale]
  const isWoman = index % 2 === 0
  const first = at(isWoman ? women : men, Math.floor(index / 2))
  const family = at(families, index)
  return `${first} ${typeof family === 'string' ? family : family[isWoman ? 0 : 1]}`
}

const COMPANIES: Readonly<Record<StarterLocale, string>> = {
  en: 'Harbour Café Ltd',
  cs: 'Kavárna U Mostu s.r.o.',
  sk: 'Kaviareň Pri moste s.r.o.',
  pl: 'Kawiarnia Pod Mostem sp. z o.o.',
  de: 'Café an der Brücke GmbH',
}

export function companyOf(locale: StarterLocale): string {
  return COMPANIES[locale]
}

/** Where the shop hands things over, by the customer's language. */
const PLACES: Readonly<Record<StarterLocale, string>> = {
  en: 'Brno, Dlouhá 12',
  cs: 'Brno, Dlouhá 12',
  sk: 'Bratislava, Obchodná 21',
  pl: 'Katowice, ul. 3 Maja 14',
  de: 'Dresden, Hauptstraße 9',
}

export function placeOf(locale: StarterLocale): string {
  return PLACES[locale]
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list has nothing to choose')
  return found
}
