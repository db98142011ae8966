export const deliveries = {
  title: '',
}
export type DeliveriesTexts = typeof deliveries
