export { type Calendar, type CalendarSettings, openCalendar, openCalendars } from './calendar.ts'
export { type Count, lastDay, type Stand, standingDays } from './count-days.ts'
export { BASES } from './holidays.ts'
