import type { Money } from '../../issue-types/index.ts'
import type { StarterLocale, Words } from '../starter-type.ts'

export type Product = {
  name: Words
  sku: string
  /** In hellers. */
  price: number
}

const czk = (crowns: number): number => crowns * 100

export const PRODUCTS = {
  kettle: {
    name: {
      en: 'Kettle K200, cream',
      cs: 'Rychlovarná konvice K200, krémová',
      sk: 'Rýchlovarná kanvica K200, krémová',
      pl: 'Czajnik K200, kremowy',
      de: 'Wasserkocher K200, creme',
    },
    sku: 'NL-K200-CR',
    price: czk(1290),
  },
  toaster: {
    name: {
      en: 'Toaster T40, steel',
      cs: 'Topinkovač T40, nerez',
      sk: 'Hriankovač T40, nerez',
      pl: 'Toster T40, stalowy',
      de: 'Toaster T40, Edelstahl',
    },
    sku: 'NL-T40-ST',
    price: czk(1490),
  },
  espresso: {
    name: {
      en: 'Espresso machine E90',
      cs: 'Pákový kávovar E90',
      sk: 'Pákový kávovar E90',
      pl: 'Ekspres kolbowy E90',
      de: 'Siebträgermaschine E90',
    },
    sku: 'NL-E90-BK',
    price: czk(8990),
  },
  grinder: {
    name: {
      en: 'Coffee grinder G15',
      cs: 'Mlýnek na kávu G15',
      sk: 'Mlynček na kávu G15',
      pl: 'Młynek do kawy G15',
      de: 'Kaffeemühle G15',
    },
    sku: 'NL-G15-BK',
    price: czk(2190),
  },
  mixer: {
    name: {
      en: 'Stand mixer M500, red',
      cs: 'Kuchyňský robot M500, červený',
      sk: 'Kuchynský robot M500, červený',
      pl: 'Robot kuchenny M500, czerwony',
      de: 'Küchenmaschine M500, rot',
    },
    sku: 'NL-M500-RD',
    price: czk(7490),
  },
  blender: {
    name: {
      en: 'Blender B30, 1.5 l',
      cs: 'Stolní mixér B30, 1,5 l',
      sk: 'Stolový mixér B30, 1,5 l',
      pl: 'Blender kielichowy B30, 1,5 l',
      de: 'Standmixer B30, 1,5 l',
    },
    sku: 'NL-B30-15',
    price: czk(2490),
  },
  handBlender: {
    name: {
      en: 'Hand blender H150',
      cs: 'Tyčový mixér H150',
      sk: 'Tyčový mixér H150',
      pl: 'Blender ręczny H150',
      de: 'Stabmixer H150',
    },
    sku: 'NL-H150-WH',
    price: czk(1190),
  },
  robotVacuum: {
    name: {
      en: 'Robot vacuum R7',
      cs: 'Robotický vysavač R7',
      sk: 'Robotický vysávač R7',
      pl: 'Robot sprzątający R7',
      de: 'Saugroboter R7',
    },
    sku: 'NL-R7-WH',
    price: czk(9990),
  },
  stickVacuum: {
    name: {
      en: 'Cordless vacuum V11',
      cs: 'Tyčový vysavač V11',
      sk: 'Tyčový vysávač V11',
      pl: 'Odkurzacz pionowy V11',
      de: 'Akkusauger V11',
    },
    sku: 'NL-V11-GR',
    price: czk(5990),
  },
  airFryer: {
    name: {
      en: 'Air fryer F60, 6 l',
      cs: 'Horkovzdušná fritéza F60, 6 l',
      sk: 'Teplovzdušná fritéza F60, 6 l',
      pl: 'Frytkownica beztłuszczowa F60, 6 l',
      de: 'Heißluftfritteuse F60, 6 l',
    },
    sku: 'NL-F60-BK',
    price: czk(2990),
  },
  iron: {
    name: {
      en: 'Steam iron S20',
      cs: 'Napařovací žehlička S20',
      sk: 'Naparovacia žehlička S20',
      pl: 'Żelazko parowe S20',
      de: 'Dampfbügeleisen S20',
    },
    sku: 'NL-S20-BL',
    price: czk(1590),
  },
  pan: {
    name: {
      en: 'Frying pan P28, 28 cm',
      cs: 'Pánev P28, 28 cm',
      sk: 'Panvica P28, 28 cm',
      pl: 'Patelnia P28, 28 cm',
      de: 'Bratpfanne P28, 28 cm',
    },
    sku: 'NL-P28',
    price: czk(990),
  },
  purifier: {
    name: {
      en: 'Air purifier A10',
      cs: 'Čistička vzduchu A10',
      sk: 'Čistička vzduchu A10',
      pl: 'Oczyszczacz powietrza A10',
      de: 'Luftreiniger A10',
    },
    sku: 'NL-A10-WH',
    price: czk(4490),
  },
  dehumidifier: {
    name: {
      en: 'Dehumidifier D12',
      cs: 'Odvlhčovač vzduchu D12',
      sk: 'Odvlhčovač vzduchu D12',
      pl: 'Osuszacz powietrza D12',
      de: 'Luftentfeuchter D12',
    },
    sku: 'NL-D12-WH',
    price: czk(4990),
  },
  microwave: {
    name: {
      en: 'Microwave oven W25',
      cs: 'Mikrovlnná trouba W25',
      sk: 'Mikrovlnná rúra W25',
      pl: 'Kuchenka mikrofalowa W25',
      de: 'Mikrowelle W25',
    },
    sku: 'NL-W25-BK',
    price: czk(2790),
  },
  hob: {
    name: {
      en: 'Induction hob I2, two rings',
      cs: 'Indukční vařič I2, dvouplotýnkový',
      sk: 'Indukčný varič I2, dvojplatničkový',
      pl: 'Płyta indukcyjna I2, dwupalnikowa',
      de: 'Induktionskochplatte I2, zwei Felder',
    },
    sku: 'NL-I2-BK',
    price: czk(3290),
  },
  lamp: {
    name: {
      en: 'Floor lamp L70, oak',
      cs: 'Stojací lampa L70, dub',
      sk: 'Stojacia lampa L70, dub',
      pl: 'Lampa stojąca L70, dąb',
      de: 'Stehlampe L70, Eiche',
    },
    sku: 'NL-L70-OAK',
    price: czk(3490),
  },
  scale: {
    name: {
      en: 'Kitchen scale Q5',
      cs: 'Kuchyňská váha Q5',
      sk: 'Kuchynská váha Q5',
      pl: 'Waga kuchenna Q5',
      de: 'Küchenwaage Q5',
    },
    sku: 'NL-Q5-GL',
    price: czk(590),
  },
} satisfies Readonly<Record<string, Product>>

export type ProductKey = keyof typeof PRODUCTS

/** Where customers of a language live, as far as it changes prices and documents. */
export const MARKETS: Readonly<Record<StarterLocale, { currency: string; vatPercent: number }>> = {
  en: { currency: 'CZK', vatPercent: 21 },
  cs: { currency: 'CZK', vatPercent: 21 },
  sk: { currency: 'EUR', vatPercent: 23 },
  pl: { currency: 'PLN', vatPercent: 23 },
  de: { currency: 'EUR', vatPercent: 19 },
}

/** What an amount of Czech hellers is sold for where customers of a language live: whole units ending in 9. */
export function priceIn(locale: StarterLocale, hellers: number): Money {
  const { currency } = MARKETS[locale]
  const rate = currency === 'EUR' ? 25 : currency === 'PLN' ? 5.8 : 1
  if (rate === 1) return { amount: hellers, currency }
  return { amount: (Math.max(1, Math.round(hellers / 100 / rate / 10)) * 10 - 1) * 100, currency }
}
