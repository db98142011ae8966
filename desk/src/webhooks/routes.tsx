import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function webhookRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/webhooks',
      component: lazyRouteComponent(() => import('./webhooks-page'), 'WebhooksPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/webhooks/new',
      component: lazyRouteComponent(() => import('./new-webhook-page'), 'NewWebhookPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/webhooks/$id',
      component: lazyRouteComponent(() => import('./webhook-page'), 'WebhookPage'),
    }),
  ]
}
