export { type CapturedMail, openCapturedMail } from './captured-mail.ts'
export type { ChannelName, DeliveryState, NewDelivery } from './delivery.ts'
export { enqueue, MOST_AN_HOUR } from './enqueue.ts'
