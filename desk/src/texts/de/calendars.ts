import type { CalendarsTexts } from '../en/calendars'

export const calendars: CalendarsTexts = {
  title: '',
}
