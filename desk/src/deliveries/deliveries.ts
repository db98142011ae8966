import { answer, api, type Answer, type Item } from '../api/client'

export type Delivery = Item<'/api/v1/deliveries'>
export type DeliveryState = Delivery['state']
export type Channel = Delivery['channel']
export type Counts = Answer<'/api/v1/deliveries/counts', 'get'>
export type Filters = { issue?: string; state?: string; channel?: string }

/** What needs somebody first. */
export const STATES = ['dead', 'failed', 'pending', 'sent'] as const satisfies readonly DeliveryState[]
export const CHANNELS = ['email', 'sms', 'webhook'] as const satisfies readonly Channel[]
export const DELIVERIES_KEY = ['deliveries']

export const countsQuery = {
  queryKey: [...DELIVERIES_KEY, 'counts'],
  queryFn: () => answer(api.GET('/api/v1/deliveries/counts')),
}

export function stateIn(filters: Filters): DeliveryState | undefined {
  return STATES.find((one) => one === filters.state)
}

/** A page of the deliveries of one state, or of all. */
export function loadDeliveries(
  filters: Filters,
  state: DeliveryState | undefined,
  cursor?: string,
  limit = 30,
) {
  const channel = CHANNELS.find((one) => one === filters.channel)
  const query = {
    limit,
    ...(filters.issue ? { issue: filters.issue } : {}),
    ...(channel ? { channel } : {}),
    ...(state ? { state } : {}),
    ...(cursor ? { cursor } : {}),
  }
  return answer(api.GET('/api/v1/deliveries', { params: { query } }))
}

export function sendAgain(id: string) {
  return answer(api.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id } } }))
}
