export { dateOfDay, dayOfDate, localTime } from '../../base/index.ts'
