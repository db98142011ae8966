export { type Bucket, coarseWait, LIMITS } from './buckets.ts'
export { networksOf } from './networks.ts'
export { clearCounters, type Reservation, refund, reserve, sweepCounters } from './throttle.ts'
