import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { BulkState } from './store.ts'

export const bulkJobNotFound = (id: bigint): NotFound => NotFound.of('bulk job', id)

export const wrongBulkState = (state: BulkState, what: string): Conflict => new Conflict('wrong_bulk_state', `This job is ${state}; ${what}`, { state })
