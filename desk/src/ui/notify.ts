import { notifications } from '@mantine/notifications'

/** A word about what was done, for a moment. */
export function notify(message: string): void {
  notifications.show({ message, autoClose: 4000, withBorder: true })
}
