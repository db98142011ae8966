export { type Bucket, coarseWait, LIMITS } from './buckets.ts'
export { type Reservation, refund, reserve, sweepCounters } from './throttle.ts'
