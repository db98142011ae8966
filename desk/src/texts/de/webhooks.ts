import type { WebhooksTexts } from '../en/webhooks'

export const webhooks: WebhooksTexts = {
  title: '',
}
