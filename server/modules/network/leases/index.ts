export { backoffMs } from './backoff.ts'
export { holdLease, waitForLease } from './hold-lease.ts'
export { LeaseLost, requireLease } from './lease-store.ts'
export type { Lease } from './lease-store.ts'
