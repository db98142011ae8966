import type { Words } from '../starter-type.ts'

export type Product = {
  name: Words
  sku: string
  /** In hellers. */
  price: number
}

const czk = (crowns: number): number => crowns * 100

export const PRODUCTS = {
  kettle: {
    name: { en: 'Kettle K200, cream', cs: 'Rychlovarná konvice K200, krémová' },
    sku: 'NL-K200-CR',
    price: czk(1290),
  },
  toaster: {
    name: { en: 'Toaster T40, steel', cs: 'Topinkovač T40, nerez' },
    sku: 'NL-T40-ST',
    price: czk(1490),
  },
  espresso: {
    name: { en: 'Espresso machine E90', cs: 'Pákový kávovar E90' },
    sku: 'NL-E90-BK',
    price: czk(8990),
  },
  grinder: {
    name: { en: 'Coffee grinder G15', cs: 'Mlýnek na kávu G15' },
    sku: 'NL-G15-BK',
    price: czk(2190),
  },
  mixer: {
    name: { en: 'Stand mixer M500, red', cs: 'Kuchyňský robot M500, červený' },
    sku: 'NL-M500-RD',
    price: czk(7490),
  },
  blender: {
    name: { en: 'Blender B30, 1.5 l', cs: 'Stolní mixér B30, 1,5 l' },
    sku: 'NL-B30-15',
    price: czk(2490),
  },
  handBlender: {
    name: { en: 'Hand blender H150', cs: 'Tyčový mixér H150' },
    sku: 'NL-H150-WH',
    price: czk(1190),
  },
  robotVacuum: {
    name: { en: 'Robot vacuum R7', cs: 'Robotický vysavač R7' },
    sku: 'NL-R7-WH',
    price: czk(9990),
  },
  stickVacuum: {
    name: { en: 'Cordless vacuum V11', cs: 'Tyčový vysavač V11' },
    sku: 'NL-V11-GR',
    price: czk(5990),
  },
  airFryer: {
    name: { en: 'Air fryer F60, 6 l', cs: 'Horkovzdušná fritéza F60, 6 l' },
    sku: 'NL-F60-BK',
    price: czk(2990),
  },
  iron: {
    name: { en: 'Steam iron S20', cs: 'Napařovací žehlička S20' },
    sku: 'NL-S20-BL',
    price: czk(1590),
  },
  pan: {
    name: { en: 'Frying pan P28, 28 cm', cs: 'Pánev P28, 28 cm' },
    sku: 'NL-P28',
    price: czk(990),
  },
  purifier: {
    name: { en: 'Air purifier A10', cs: 'Čistička vzduchu A10' },
    sku: 'NL-A10-WH',
    price: czk(4490),
  },
  dehumidifier: {
    name: { en: 'Dehumidifier D12', cs: 'Odvlhčovač vzduchu D12' },
    sku: 'NL-D12-WH',
    price: czk(4990),
  },
  microwave: {
    name: { en: 'Microwave oven W25', cs: 'Mikrovlnná trouba W25' },
    sku: 'NL-W25-BK',
    price: czk(2790),
  },
  hob: {
    name: { en: 'Induction hob I2, two rings', cs: 'Indukční vařič I2, dvouplotýnkový' },
    sku: 'NL-I2-BK',
    price: czk(3290),
  },
  lamp: {
    name: { en: 'Floor lamp L70, oak', cs: 'Stojací lampa L70, dub' },
    sku: 'NL-L70-OAK',
    price: czk(3490),
  },
  scale: {
    name: { en: 'Kitchen scale Q5', cs: 'Kuchyňská váha Q5' },
    sku: 'NL-Q5-GL',
    price: czk(590),
  },
} satisfies Readonly<Record<string, Product>>

export type ProductKey = keyof typeof PRODUCTS
