export const webhooks = {
  title: '',
}
export type WebhooksTexts = typeof webhooks
