export const calendars = {
  title: '',
}
export type CalendarsTexts = typeof calendars
