export { type CapturedMail, openCapturedMail } from './captured-mail.ts'
export { openCapturedChannel } from './captured-channel.ts'
export { type Delivering, type DeliveringDeps, openDelivering } from './deliver.ts'
export { type Channel, SendFailure } from './channel.ts'
export {
  type ChannelName,
  CHANNELS,
  type DeliveryReport,
  type DeliveryState,
  type NewDelivery,
  type Outgoing,
} from './delivery.ts'
export { enqueueForStaff } from './enqueue-for-staff.ts'
export { enqueueTest } from './enqueue-test.ts'
export { recipientProblem } from './recipient.ts'
export { enqueue, MOST_AN_HOUR } from './enqueue.ts'
export { mailHost, type MailIdentity, mailIdentity } from './mail.ts'
export { openSmtpChannel } from './smtp.ts'
export { giveUpOldCalls } from './give-up.ts'
export { overdueChannels } from './overdue.ts'
export { countDeliveries } from './queries.ts'
export { deliveryRoutes } from './routes.ts'
export type { SmtpLimits, SmtpSettings } from './smtp-connections.ts'
export type { Readmission } from './retry-delivery.ts'
export { sweepCapturedMail } from './sweep-mail.ts'
