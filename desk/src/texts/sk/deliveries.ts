import type { DeliveriesTexts } from '../en/deliveries'

export const deliveries: DeliveriesTexts = {
  title: '',
}
