import { Group, NativeSelect, NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../texts'

type Money = { amount: number; currency: string }
type Props = {
  value: unknown
  onChange: (value: Money | '') => void
  label?: ReactNode
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  autoFocus?: boolean
  'aria-label'?: string
  'data-path': string
}

const CURRENCIES = ['CZK', 'EUR', 'PLN', 'USD', 'GBP', 'HUF', 'CHF', 'RON', 'SEK', 'DKK', 'NOK']

/** An amount as people write it; the API takes it in the smallest unit of its currency. */
export function MoneyInput({ value, onChange, ...control }: Props) {
  const texts = useTexts().work
  const { amount, currency } = moneyOf(value)
  const unit = 10 ** digitsOf(currency)
  const currencies = CURRENCIES.includes(currency) ? CURRENCIES : [...CURRENCIES, currency]
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <NumberInput
        {...control}
        value={amount === null ? '' : amount / unit}
        decimalScale={digitsOf(currency)}
        onChange={(next) =>
          onChange(next === '' ? '' : { amount: Math.round(Number(next) * unit), currency })
        }
        style={{ flex: 1 }}
      />
      <NativeSelect
        aria-label={texts.currency}
        // As far below as the amount under its label.
        mt={control.label ? 24 : 0}
        value={currency}
        data={currencies}
        onChange={(event) => {
          const next = event.currentTarget.value
          onChange({ amount: Math.round(((amount ?? 0) / unit) * 10 ** digitsOf(next)), currency: next })
        }}
        w={90}
      />
    </Group>
  )
}

function moneyOf(value: unknown): { amount: number | null; currency: string } {
  if (typeof value === 'string') {
    const [amount, currency] = value.trim().split(/\s+/)
    return { amount: amount ? Number(amount) : null, currency: currency ?? 'CZK' }
  }
  const { amount, currency } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Money>
  return { amount: amount ?? null, currency: currency ?? 'CZK' }
}

function digitsOf(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    )
  } catch {
    return 2
  }
}
