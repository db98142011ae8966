import type { Field, StoredValue } from '../issue-types/index.ts'

/** A value of each type of field, for messages about an issue that does not exist. */
const SAMPLES: Readonly<Partial<Record<Field['type'], StoredValue>>> = {
  text: 'Kettle K200',
  'long-text': 'It leaks at the handle.',
  number: 2,
  money: { amount: 129_000, currency: 'CZK' },
  date: '2026-11-20',
  'date-time': '2026-11-20T10:30:00.000Z',
  boolean: true,
  email: 'jana@example.com',
  phone: '+420601123456',
  address: { street: 'Hlavní 1', city: 'Brno', postalCode: '602 00', country: 'CZ' },
  'bank-account': 'CZ6508000000192000145399',
  link: { url: 'https://example.com/parcel', label: 'Parcel 4711' },
}

/** Values of all fields that can have one without an issue. */
export function sampleValues(fields: readonly Field[]): Record<string, StoredValue> {
  const values: Record<string, StoredValue> = {}
  for (const { key, type, options } of fields) {
    const [option] = options
    const value =
      type === 'choice' ? option?.key : type === 'multi-choice' ? option && [option.key] : SAMPLES[type]
    if (value !== undefined) values[key] = value
  }
  return values
}
